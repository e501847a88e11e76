import type { MigrationInterface, QueryRunner } from 'typeorm';

const RESULTS = `('reuse', 'repair', 'parts', 'sell', 'donate', 'recycle')`;

/** What was seen of devices that are no longer needed, what was recommended, and what people decided instead. */
export class RecordedAssessments1764000900301 implements MigrationInterface {
  name = 'RecordedAssessments1764000900301';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assessment_rule_sets (
        district_id uuid NOT NULL,
        version integer NOT NULL,
        rules jsonb NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        PRIMARY KEY (district_id, version),
        CONSTRAINT assessment_rule_sets_version_positive CHECK (version > 0),
        CONSTRAINT assessment_rule_sets_filled CHECK (jsonb_typeof(rules) = 'array' AND jsonb_array_length(rules) > 0),
        CONSTRAINT assessment_rule_sets_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT assessment_rule_sets_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      );
      CREATE TABLE assessments (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        device_id uuid NOT NULL,
        answers jsonb NOT NULL,
        facts jsonb NOT NULL,
        rules_version integer,
        rule_id text NOT NULL,
        rule jsonb NOT NULL,
        recommendation text NOT NULL,
        result text NOT NULL,
        hazard text,
        note text,
        assessed_at timestamptz NOT NULL,
        assessed_by uuid,
        scan_id uuid,
        recorded_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT assessments_recommendation_known CHECK (recommendation IN ${RESULTS}),
        CONSTRAINT assessments_result_known CHECK (result IN ${RESULTS}),
        CONSTRAINT assessments_hazard_known CHECK (hazard IN ('swollen_battery')),
        CONSTRAINT assessments_hazard_recycled CHECK (
          hazard IS NULL OR (recommendation = 'recycle' AND result = 'recycle')),
        CONSTRAINT assessments_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id),
        CONSTRAINT assessments_rules FOREIGN KEY (district_id, rules_version)
          REFERENCES assessment_rule_sets (district_id, version),
        CONSTRAINT assessments_assessor FOREIGN KEY (district_id, assessed_by) REFERENCES accounts (district_id, id)
      );
      CREATE INDEX assessments_by_time ON assessments (district_id, assessed_at, id) WHERE withdrawn_at IS NULL;
      CREATE INDEX assessments_by_result ON assessments (district_id, result, assessed_at, id)
        WHERE withdrawn_at IS NULL;
      CREATE INDEX assessments_of_rule ON assessments (district_id, rule_id, recommendation, result)
        WHERE withdrawn_at IS NULL;
      CREATE INDEX assessments_of_device ON assessments (district_id, device_id, assessed_at, id);
      CREATE UNIQUE INDEX assessments_of_scan ON assessments (district_id, scan_id) WHERE scan_id IS NOT NULL;
      CREATE TABLE assessment_overrules (
        district_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        round integer NOT NULL,
        result text NOT NULL,
        reason text NOT NULL,
        decided_at timestamptz NOT NULL,
        decided_by uuid,
        PRIMARY KEY (district_id, assessment_id, round),
        CONSTRAINT assessment_overrules_result_known CHECK (result IN ${RESULTS}),
        CONSTRAINT assessment_overrules_reason_filled CHECK (btrim(reason) <> ''),
        CONSTRAINT assessment_overrules_assessment FOREIGN KEY (district_id, assessment_id)
          REFERENCES assessments (district_id, id),
        CONSTRAINT assessment_overrules_decider FOREIGN KEY (district_id, decided_by)
          REFERENCES accounts (district_id, id)
      );
      CREATE TABLE assessment_parts (
        district_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        place integer NOT NULL,
        name text NOT NULL,
        count integer NOT NULL,
        serial_number text,
        taken_at timestamptz NOT NULL,
        taken_by uuid,
        PRIMARY KEY (district_id, assessment_id, place),
        CONSTRAINT assessment_parts_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT assessment_parts_count_positive CHECK (count > 0),
        CONSTRAINT assessment_parts_assessment FOREIGN KEY (district_id, assessment_id)
          REFERENCES assessments (district_id, id),
        CONSTRAINT assessment_parts_taker FOREIGN KEY (district_id, taken_by) REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE assessment_parts, assessment_overrules, assessments, assessment_rule_sets');
  }
}
