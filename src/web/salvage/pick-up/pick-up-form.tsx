import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, wordsOf } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { LinkButton } from '../../common/link-button.js';
import { useDraft } from '../../common/use-draft.js';
import { TextLink } from '../../common/text-link.js';
import { nameOfDevice } from '../../devices/device-names.js';
import { WaitingNotice } from '../../journal/waiting-notice.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import type { Lot } from '../lots/lot-words.js';
import { CountPart } from './count-part.js';
import { DeviceTicks } from './device-ticks.js';
import { DockScanner } from './dock-scanner.js';
import { DriverPart, type Signature } from './driver-part.js';
import { ExtraCodes } from './extra-codes.js';
import {
  bodyOf,
  countedOf,
  expectedOf,
  type LotDevice,
  NOTHING_TYPED,
  type PickUpDraft,
  takenOf,
} from './pick-up-draft.js';
import { useChecked } from './use-checked.js';

const NOT_SIGNED: Signature = { isTyped: false, image: null };

/** Everything of a pick-up, from the first scan to the signature. */
export function PickUpForm({ lot, devices }: { lot: Lot; devices: readonly LotDevice[] }) {
  const { id, site, route } = lot;
  const queries = useQueryClient();
  const scans = may(useSession(), 'devices:edit');
  const draft = useDraft<PickUpDraft>(
    `lot.pick-up.${id}`,
    NOTHING_TYPED,
    (now) => !isSame(now, NOTHING_TYPED),
  );
  const said = draft.value;
  const isChecked = useChecked(devices);
  const signedKey = JSON.stringify([Object.keys(said.notTaken).toSorted(), said.extras, said.counted]);
  const [signed, setSigned] = useState<Signature & { key: string }>({ ...NOT_SIGNED, key: signedKey });
  // What is signed stays as it was shown to the driver.
  const signature = signed.isTyped || signed.key === signedKey ? signed : NOT_SIGNED;
  const [asks, setAsks] = useState(false);
  const handing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/lots/{id}/steps', {
          params: { path: { id } },
          body: bodyOf(lot, devices, said, signature.image),
        }),
      ),
    onSuccess: () => draft.discard(),
    onSettled: () => queries.invalidateQueries(),
  });
  const change = (changed: Partial<PickUpDraft>): void =>
    draft.setValue((before) => ({ ...before, ...changed }));
  const addExtra = (code: string): void =>
    draft.setValue((before) =>
      before.extras.some((one) => one.code === code)
        ? before
        : { ...before, extras: [...before.extras, { code, note: '' }] },
    );
  const takeAfterAll = (deviceId: string): void =>
    draft.setValue(({ notTaken: { [deviceId]: _, ...notTaken }, ...before }) => ({ ...before, notTaken }));
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, handing.error);
  const isCounted = countedOf(said) === expectedOf(devices, said);
  const isSigned = signature.isTyped || signature.image !== null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsks(true);
    if (!isCounted)
      element.current?.querySelector<HTMLElement>('[aria-labelledby="pick-up-count"] input')?.focus();
    else if (isSigned) handing.mutate();
  };
  const problem = handing.error instanceof Problem ? handing.error : undefined;
  const taken = takenOf(devices, said);
  return (
    <Stack>
      {scans && <DockScanner site={site} devices={devices} onScanned={takeAfterAll} onExtra={addExtra} />}
      <WaitingNotice words={(count) => t('pickUp.waitingScans', { count })} />
      <form onSubmit={submit} ref={element} noValidate>
        <Stack>
          <DeviceTicks
            devices={devices}
            scans={scans}
            isChecked={isChecked}
            notTaken={said.notTaken}
            onChange={(notTaken) => change({ notTaken })}
          />
          <ExtraCodes
            extras={said.extras}
            problem={problem}
            onChange={(extras) => change({ extras })}
            onAdd={addExtra}
          />
          <CountPart
            devices={devices}
            draft={said}
            error={problem?.of('counted') ?? (asks && !isCounted ? t('pickUp.countFirst') : undefined)}
            onChange={(counted) => change({ counted })}
          />
          <DriverPart
            draft={said}
            isLease={route === 'lease_return'}
            signature={signature}
            signedKey={signedKey}
            asksToSign={asks && isCounted && !isSigned}
            problem={problem}
            onChange={change}
            onSign={(next) => setSigned({ ...next, key: signedKey })}
          />
          {handing.error && (
            <Refused
              key={handing.submittedAt}
              error={handing.error}
              taken={taken}
              onLeave={(deviceId) => change({ notTaken: { ...said.notTaken, [deviceId]: '' } })}
            />
          )}
          <Group>
            <Button type="submit" loading={handing.isPending} disabled={taken.length === 0}>
              {t('pickUp.handOver', { count: taken.length })}
            </Button>
            <LinkButton to="/lots/$id" params={{ id }} variant="default">
              {t('pickUp.toLot')}
            </LinkButton>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

/** Fields that show their own errors. */
const OWN = /^(counted|lessorReceipt|driver\.|extras\.)/;

/** Why the server refused the pick-up, and for which devices. */
function Refused({
  error,
  taken,
  onLeave,
}: {
  error: Error;
  taken: readonly LotDevice[];
  onLeave: (deviceId: string) => void;
}) {
  // The list says what was sent, also after somebody has marked one of its devices.
  const [sent] = useState(taken);
  if (!(error instanceof Problem) || error.errors.length === 0)
    return (
      <Alert color="red" role="alert">
        {wordsOf(error)}
      </Alert>
    );
  const others = error.errors.filter(({ field }) => !OWN.test(field));
  if (others.length === 0)
    return (
      <Alert color="red" role="alert">
        {t('common.checkFields')}
      </Alert>
    );
  const still = new Set(taken.map(({ deviceId }) => deviceId));
  return (
    <Alert color="red" role="alert" title={error.message}>
      <ul className="lot-rows">
        {others.map(({ field, code, detail }) => {
          const device = sent[Number(/^devices\.(\d+)$/.exec(field)?.[1] ?? NaN)];
          return (
            <li key={`${field} ${code}`}>
              {device && (
                <TextLink fw={600} to="/devices/$id" params={{ id: device.deviceId }}>
                  {nameOfDevice(device)}
                </TextLink>
              )}
              <Text className="lot-words">{device ? withoutName(detail, device) : detail}</Text>
              {device && still.has(device.deviceId) && (
                <Button
                  size="sm"
                  variant="default"
                  mt="xs"
                  aria-label={t('pickUp.notTakenOne', { device: nameOfDevice(device) })}
                  onClick={() => onLeave(device.deviceId)}
                >
                  {t('pickUp.notTaken')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** The English sentence of the server begins with the device. */
function withoutName(detail: string, device: LotDevice): string {
  const name = `${nameOfDevice(device)}: `;
  return detail.startsWith(name) ? detail.slice(name.length) : detail;
}
