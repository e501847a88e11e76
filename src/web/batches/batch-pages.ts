/** Pages that are loaded together: each file of its own costs every first load its name. */
export { LayoutPage } from '../layouts/layout-page.js';
export { LayoutsPage } from '../layouts/layouts-page.js';
export { NewLayoutPage } from '../layouts/new-layout-page.js';
export { RepliesPage } from '../replies/replies-page.js';
export { DeliveryPage } from '../vendors/delivery/delivery-page.js';
export { VendorPeoplePage } from '../vendors/people/people-page.js';
export { BatchPage } from './batch-page.js';
export { BatchesPage } from './batches-page.js';
export { NewBatchPage } from './new-batch-page.js';
