import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CenteredPage } from '../common/centered-page.js';

export function NotFoundPage() {
  return (
    <CenteredPage>
      <main>
        <Title order={1}>There is no such page</Title>
        <Text mt="md">
          The address may have been cut off.{' '}
          <Anchor underline="always" renderRoot={(props) => <Link to="/" {...props} />}>
            Home
          </Anchor>
        </Text>
      </main>
    </CenteredPage>
  );
}
