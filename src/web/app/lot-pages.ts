/** Pages that are loaded together: each file of its own costs every first load its name. */
export { BoardItemPage } from '../salvage/board/board-item-page.js';
export { BoardItemsPage } from '../salvage/board/board-items-page.js';
export { NewBoardItemPage } from '../salvage/board/new-board-item-page.js';
export { LotPage } from '../salvage/lots/lot-page.js';
export { LotsPage } from '../salvage/lots/lots-page.js';
export { NewLotPage } from '../salvage/lots/new-lot-page.js';
export { PickUpPage } from '../salvage/pick-up/pick-up-page.js';
