import { LinkButton } from '../common/link-button.js';
import { Empty } from '../common/states.js';
import { useTitle } from '../common/use-title.js';
import { t } from '../text/text.js';

export function NotFoundPage() {
  useTitle(t('shell.notFoundTitle'));
  return (
    <Empty title={t('shell.notFoundTitle')} isPage>
      <p>{t('shell.notFoundText')}</p>
      <LinkButton to="/">{t('common.home')}</LinkButton>
    </Empty>
  );
}
