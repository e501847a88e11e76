import type { Statements } from '../../../database/tx.js';

export interface AssessmentPhotoView {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  addedAt: Date;
  /** Name or email of the account. */
  addedByName: string | null;
}

/** Photos of an assessment, oldest first. The caller has checked that the assessment is in reach. */
export function photosOf(
  db: Statements,
  districtId: string,
  assessmentId: string,
): Promise<AssessmentPhotoView[]> {
  return db.query<AssessmentPhotoView[]>(
    `SELECT p.file_id AS id, f.name, f.media_type AS "mediaType", f.size_bytes::integer AS "sizeBytes",
            p.added_at AS "addedAt", coalesce(nullif(c.name, ''), c.email) AS "addedByName"
       FROM assessment_photos p
       JOIN files f ON f.district_id = $1 AND f.id = p.file_id
       LEFT JOIN accounts c ON c.district_id = $1 AND c.id = p.added_by
      WHERE p.district_id = $1 AND p.assessment_id = $2
      ORDER BY p.added_at, p.file_id`,
    [districtId, assessmentId],
  );
}
