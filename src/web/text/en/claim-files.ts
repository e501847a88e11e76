/** Photos and papers on the page of a claim. */
export const claimFiles = {
  title: 'Photos and papers',
  about: 'Photos (JPEG, PNG or WebP) and PDF files of up to 10 MB each. A claim can have up to 20 files.',
  none: 'No photos or papers yet. Add a photo of the damage, so that the vendor can see it.',
  sharing:
    'The vendor sees only the files that you share, after the claim is sent. Before you share a photo, check that no student is in it.',
  addedBy: '{when}, {name}',
  kindOf: 'What {name} is',
  kind_photo: 'Photo',
  kind_proof_of_purchase: 'Proof of purchase',
  kind_other: 'Other paper',
  share: 'Share with the vendor',
  shared: 'Shared with the vendor',
  notChanged: 'Couldn’t change this file',
} as const;
