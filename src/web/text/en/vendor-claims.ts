/** What a vendor sees of a claim beside the fault. */
export const vendorSight = {
  title: 'What the vendor sees',
  about:
    'People at the vendor see the fault, the serial number and the model of each claim that you sent. They see photos and papers that you share. Decide here what else they see.',
  showsAssetTags: 'Asset tags',
  showsAssetTagsHelp: 'Your own tag on the device, beside its serial number.',
  showsContacts: 'Contact and address',
  showsContactsHelp: 'Who to ask about the claim at the site, and where the device is shipped from.',
} as const;

/** What must be done before a claim of a vendor is ready. */
export const checklist = {
  title: 'Checklist',
  about:
    'Technicians do these things before a claim to this vendor is ready. Changes apply to claims that become ready from now on.',
  none: 'Nothing is asked before a claim is ready. Begin with the ready-made list, or add points of your own.',
  useReady: 'Use the ready-made list',
  addReady: 'Add the missing points of the ready-made list',
  point: 'Point {n}',
  add: 'Add a point',
  remove: 'Remove point {n}',
  up: 'Move point {n} up',
  down: 'Move point {n} down',
  label: 'What must be done',
  kind: 'How it is answered',
  kind_confirmation: 'With a check mark',
  kind_management_lock: 'Lock off, or deprovisioned',
  kind_data_removal: 'Wiped, or wiped by the vendor',
  kind_photo: 'Rollcall looks for a photo',
  kind_proof_of_purchase: 'Rollcall looks for a purchase date or proof',
  ready_management_lock: 'The management lock is off, or the device is deprovisioned.',
  ready_passwords: 'Passwords of the firmware and of accounts are removed.',
  ready_accessories: 'Accessories are removed: charger, case, stylus and memory cards.',
  ready_data: 'The data is wiped, or the vendor has contracted to wipe it.',
  ready_photo: 'The claim has a photo.',
  ready_proof_of_purchase: 'The purchase date is on record, or the claim has a proof of purchase.',
} as const;

/** How much time a vendor gives the district. */
export const vendorTerms = {
  title: 'Deadlines and boxes',
  about:
    'How much time this vendor gives you for your own part of a claim. Rollcall reminds the people of a claim before a deadline. Leave a field blank if the vendor says nothing. Changes apply to what comes in from now on.',
  partBackDays: 'Days to send a defective part back',
  partBackDaysHelp: 'Counted from the day on which the vendor ships the new part.',
  rmaDays: 'Days for which an RMA is valid',
  rmaDaysHelp: 'Counted from the day on which the RMA comes in.',
  quoteDays: 'Days to approve a quote',
  quoteDaysHelp: 'Counted from the day on which the quote comes in.',
  boxSlots: 'Devices in one box',
  boxSlotsHelp: 'How many devices go in one box that you ship to this vendor.',
} as const;
