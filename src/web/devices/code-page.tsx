import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { NoAnswer, type Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { word } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { nameOfDevice } from './device-names.js';
import { DeviceById } from './device-page.js';
import { CodeOnPhone } from './on-phone/device-on-phone.js';

const route = getRouteApi('/shell/d/$code');

/** Where the QR code of a label leads: to its device, under an address that people can read and type. */
export function CodePage() {
  const { code } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['lookup', code],
    queryFn: () => answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } })),
  });
  if (error instanceof NoAnswer) return <CodeOnPhone code={code} onRetry={() => void refetch()} />;
  if (error) return <Failed title={t('devices.failed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [only, ...others] = data.items;
  if (!only) return <NobodyHasIt code={code} />;
  if (others.length === 0 && only.inScope) return <DeviceById id={only.id} />;
  return (
    <Page
      title={code}
      about={others.length > 0 ? t('devices.severalHaveCode', { count: data.items.length }) : undefined}
    >
      {data.items.map((device) => (
        <FoundDevice key={device.id} device={device} />
      ))}
    </Page>
  );
}

function NobodyHasIt({ code }: { code: string }) {
  const session = useSession();
  return (
    <Empty title={t('devices.noCode', { code })} isPage>
      <Stack align="center">
        {t('devices.noCodeText')}
        {may(session, 'devices:edit') && (
          <LinkButton to="/devices/new" search={{ code }}>
            {t('devices.addWithCode')}
          </LinkButton>
        )}
      </Stack>
    </Empty>
  );
}

/** One of several devices with a code, or one that is at a site out of reach. */
function FoundDevice({ device }: { device: Shape<'DeviceFound'> }) {
  const { manufacturer, model, status, siteName, matched } = device;
  return (
    <div>
      {device.inScope ? (
        <Anchor
          fw={700}
          renderRoot={(props) => <Link to="/devices/$id" params={{ id: device.id }} {...props} />}
        >
          {nameOfDevice(device)}
        </Anchor>
      ) : (
        <Text fw={700}>{nameOfDevice(device)}</Text>
      )}
      <Text>{[`${manufacturer} ${model}`, word('status', status), siteName].join(' · ')}</Text>
      {matched.released && <Text>{t('devices.hadCode')}</Text>}
      {!device.inScope && <Text c="dimmed">{t('devices.otherSite')}</Text>}
    </div>
  );
}
