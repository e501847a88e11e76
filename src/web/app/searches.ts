/** What the address of the list of devices says. */
export interface DevicesSearch {
  q?: string;
  site?: string;
  room?: string;
  kind?: string;
  status?: string;
}

/** Labels of one device, of a sweep, of an import, or of what a list shows. */
export interface LabelsSearch extends DevicesSearch {
  device?: string;
  sweep?: string;
  import?: string;
}
