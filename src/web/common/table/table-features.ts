import { columnVisibilityFeature, rowSelectionFeature, tableFeatures } from '@tanstack/react-table';

/** TanStack Table keeps the visible columns and the selected rows. The server does the sorting. */
export const FEATURES = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
