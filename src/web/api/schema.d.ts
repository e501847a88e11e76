// Made by scripts/api-types.mjs from the API's OpenAPI document.

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the accounts of the district
         * @description Lists the accounts of the district.
         */
        get: operations["AccountsController_list"];
        put?: never;
        /**
         * Adds an account
         * @description Adds an account. Without a password it works with tokens only.
         */
        post: operations["AccountsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one account
         * @description Shows one account.
         */
        get: operations["AccountsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an account
         * @description Changes an account: only the fields that are sent.
         */
        patch: operations["AccountsController_change"];
        trace?: never;
    };
    "/api/v1/allocation/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is away, latest first
         * @description Who is away, latest first.
         */
        get: operations["AbsencesController_list"];
        put?: never;
        /**
         * Records an absence of a technician
         * @description Records an absence of a technician.
         */
        post: operations["AbsencesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * They come after all
         * @description They come after all; who goes in their place goes no more.
         */
        delete: operations["AbsencesController_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is at which of the sites in reach on which weekday
         * @description Who is at which of the sites in reach on which weekday.
         */
        get: operations["SupportAssignmentsController_list"];
        put?: never;
        /**
         * Puts a technician at a site on a weekday
         * @description Puts a technician at a site on a weekday. A technician who is elsewhere then is refused.
         */
        post: operations["SupportAssignmentsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes an assignment back
         * @description Takes an assignment back.
         */
        delete: operations["SupportAssignmentsController_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Two to four plans side by side
         * @description Two to four plans side by side: other models, other school years, or bands that are only tried out.
         */
        post: operations["AllocationPlansController_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/cover-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who of the reserve could go where on a day, with the fewest kilometres
         * @description Who of the reserve could go where on a day, with the fewest kilometres. Keeps nothing.
         */
        post: operations["AbsencesController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who goes where instead on a day
         * @description Who goes where instead on a day.
         */
        get: operations["AbsencesController_listCovers"];
        put?: never;
        /**
         * Sends somebody of the reserve to a site for a day
         * @description Sends somebody of the reserve to a site for a day: for who is away, for urgent work, for a project.
         */
        post: operations["AbsencesController_createCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/covers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancels a cover
         * @description Cancels a cover.
         */
        delete: operations["AbsencesController_cancelCover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hours that technicians reported for each site, week by week, against what was due
         * @description Hours that technicians reported for each site, week by week, against what was due: who was short-changed, by how much, how often.
         */
        get: operations["AllocationPlansController_delivered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/holes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sites whose technician is away on a day, and where nobody goes instead yet
         * @description Sites whose technician is away on a day, and where nobody goes instead yet.
         */
        get: operations["AbsencesController_holes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those of the two papers, and the district's own, each in its latest version
         * @description Those of the two papers, and the district's own, each in its latest version.
         */
        get: operations["AllocationModelsController_list"];
        put?: never;
        /**
         * Adds a model of the district's own
         * @description Adds a model of the district's own. Bands that leave a number of pupils out, or have it twice, are refused and named.
         */
        post: operations["AllocationModelsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/models/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the latest version of an allocation model
         * @description Shows the latest version of an allocation model.
         */
        get: operations["AllocationModelsController_find"];
        /**
         * Makes the next version of a model of the district's own
         * @description Makes the next version of a model of the district's own; the ones before stay.
         */
        put: operations["AllocationModelsController_revise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a model means for each site in reach in a school year, what sites have of it, what is missing, what it costs
         * @description What a model means for each site in reach in a school year, what sites have of it, what is missing, what it costs.
         */
        get: operations["AllocationPlansController_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/plan/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as CSV, XLSX or PDF
         * @description The same as CSV, XLSX or PDF.
         */
        get: operations["AllocationPlansController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Places the days that are bought on technicians' weekdays
         * @description Places the days that are bought on technicians' weekdays. The job's result is the proposal.
         */
        post: operations["AssignmentProposalsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/proposals/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a proposal the plan
         * @description Makes a proposal the plan. Fixed assignments stay; the others of its school year go.
         */
        post: operations["AssignmentProposalsController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of the sites in reach, latest first
         * @description Of the sites in reach, latest first. As a file it is what a budget office encumbers.
         */
        get: operations["SupportPurchasesController_list"];
        put?: never;
        /**
         * Drafts a request for hours or days a week, at the price that the model prints
         * @description Drafts a request for hours or days a week, at the price that the model prints.
         */
        post: operations["SupportPurchasesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one request for support with its steps
         * @description Shows one request for support with its steps.
         */
        get: operations["SupportPurchasesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Says a draft anew, whole
         * @description Says a draft anew, whole.
         */
        patch: operations["SupportPurchasesController_redraft"];
        trace?: never;
    };
    "/api/v1/allocation/purchases/{id}/form.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The request as a PDF form to print and sign
         * @description The request as a PDF form to print and sign.
         */
        get: operations["SupportPurchasesController_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/purchases/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a request to another state
         * @description Takes a request to another state. Sites submit, and cancel what is not approved; who may `allocation:edit` approves, gives back, encumbers and cancels.
         */
        post: operations["SupportPurchasesController_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how the district shares out its support
         * @description Shows how the district shares out its support.
         */
        get: operations["AllocationSettingsController_find"];
        /**
         * Changes how the district shares out its support
         * @description Changes how the district shares out its support.
         */
        put: operations["AllocationSettingsController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/sites/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that was ever said of what a site is given apart from a model, latest school year first
         * @description Everything that was ever said of what a site is given apart from a model, latest school year first.
         */
        get: operations["SiteEntitlementsController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocation/sites/{id}/entitlements/{schoolYear}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says what a site is given in a school year, such as `2025-26`
         * @description Says what a site is given in a school year, such as `2025-26`. If-Match is checked where it is sent.
         */
        put: operations["SiteEntitlementsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one cart
         * @description Shows one cart.
         */
        get: operations["PlacesController_findCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames or closes a cart, or moves it, and the devices in it, to another room of its site
         * @description Renames or closes a cart, or moves it, and the devices in it, to another room of its site.
         */
        patch: operations["PlacesController_changeCart"];
        trace?: never;
    };
    "/api/v1/change-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one change set
         * @description Shows one change set: what was changed together, and by whom.
         */
        get: operations["ChangeSetsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-sets/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole of it, by device
         * @description The whole of it, by device.
         */
        get: operations["ChangeSetsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-sets/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes it back as corrections at their dates
         * @description Takes it back as corrections at their dates; what was edited since is left and listed.
         */
        post: operations["ChangeSetsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scans that contradict the register, oldest first
         * @description Scans that contradict the register, oldest first: the caller's own, and those of the caller's sites.
         */
        get: operations["ConflictsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conflicts/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides a scan that is in conflict with what is stored
         * @description Decides a scan that is in conflict with what is stored.
         */
        post: operations["ConflictsController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many devices there were on a day, by site, region, kind and status
         * @description How many devices there were on a day, by site, region, kind and status.
         */
        get: operations["CountsController_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The devices behind a count
         * @description The devices behind a count: ask with the words of the count.
         */
        get: operations["CountEvidenceController_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two days, and why
         * @description What changed between two days, and why: the causes add up to the difference, in every group.
         */
        get: operations["CountsController_growth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/growth/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events behind a growth
         * @description The events behind a growth: their changes add up to it.
         */
        get: operations["CountEvidenceController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many there were at the end of each day, week, month, quarter, school year or year
         * @description How many there were at the end of each day, week, month, quarter, school year or year.
         */
        get: operations["CountsController_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices that a technician of another site has moved away from the caller's sites, latest first
         * @description Devices that a technician of another site has moved away from the caller's sites, latest first.
         */
        get: operations["ScanBatchesController_departures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices of the caller's sites
         * @description Devices of the caller's sites.
         */
        get: operations["DevicesController_list"];
        put?: never;
        /**
         * Registers one device
         * @description Registers one device.
         */
        post: operations["DevicesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one device with its codes, its place and its holds
         * @description Shows one device with its codes, its place and its holds.
         */
        get: operations["DevicesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what is sent and nothing else
         * @description Changes what is sent and nothing else; If-Match says from which version.
         */
        patch: operations["DevicesController_change"];
        trace?: never;
    };
    "/api/v1/devices/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its history, latest effective first
         * @description Its history, latest effective first.
         */
        get: operations["DevicesController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forbids something to it until the hold is lifted
         * @description Forbids something to it until the hold is lifted.
         */
        post: operations["DevicesController_placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lifts a hold from a device
         * @description Lifts a hold from a device.
         */
        delete: operations["DevicesController_liftHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Two records of one thing
         * @description Two records of one thing: this one survives.
         */
        post: operations["DevicesController_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings back a device that was disposed of and was seen again
         * @description Brings back a device that was disposed of and was seen again.
         */
        post: operations["DevicesController_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a device was seen, by whom and where
         * @description When a device was seen, by whom and where; latest first.
         */
        get: operations["SightingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It never was a device
         * @description It never was a device: a mistake, a duplicate.
         */
        post: operations["DevicesController_makeVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Adds and changes up to a thousand devices by serial number or tag
         * @description Adds and changes up to a thousand devices by serial number or tag; answers each row.
         */
        put: operations["DevicesController_batch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One change to every device that a filter selects, as a job
         * @description One change to every device that a filter selects, as a job.
         */
        post: operations["DevicesController_changeInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The selection as CSV or XLSX, in the columns of the import template
         * @description The selection as CSV or XLSX, in the columns of the import template.
         */
        get: operations["DevicesController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every device of the district with this code, live ones first
         * @description Every device of the district with this code, live ones first; more than one opens a chooser.
         */
        get: operations["DevicesController_lookUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reports devices that were in front of somebody
         * @description Reports devices that were in front of somebody; one result for each, in their order.
         */
        post: operations["SightingsController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a phone keeps so that it can answer a scan without a network, as JSON lines
         * @description What a phone keeps so that it can answer a scan without a network, as JSON lines: first `{next, whole, columns}`, then one array for each device of the district. Of devices of other sites only codes, kind, status, site and version are told.
         */
        get: operations["FieldController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funding-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the funding sources of the district
         * @description Lists the funding sources of the district.
         */
        get: operations["FundingSourcesController_list"];
        put?: never;
        /**
         * Adds a funding source
         * @description Adds a funding source.
         */
        post: operations["FundingSourcesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funding-sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one funding source
         * @description Shows one funding source.
         */
        get: operations["FundingSourcesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a funding source
         * @description Changes a funding source: only the fields that are sent.
         */
        patch: operations["FundingSourcesController_change"];
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the imports of the district, the latest first
         * @description Lists the imports of the district, the latest first.
         */
        get: operations["ImportsController_list"];
        put?: never;
        /**
         * Takes a file in
         * @description Takes a file in. Multipart, fields before the file: `kind`, `mode` (rehearse or commit), and where wanted `mapping` (a name, or JSON), `reading` (JSON) and `options` (JSON).
         */
        post: operations["ImportsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far it is, how it is read, and what becomes of its rows in sum
         * @description How far it is, how it is read, and what becomes of its rows in sum.
         */
        get: operations["ImportsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops after the chunk it is at
         * @description Stops after the chunk it is at; what is in stays in until it is undone.
         */
        post: operations["ImportsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commits what was rehearsed
         * @description Commits what was rehearsed.
         */
        post: operations["ImportsController_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refused rows with their reasons, ready to mend and upload again
         * @description The refused rows with their reasons, ready to mend and upload again.
         */
        get: operations["ImportsController_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/notes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows with which Rollcall did something that the file did not literally ask for, and what that was
         * @description The rows with which Rollcall did something that the file did not literally ask for, and what that was.
         */
        get: operations["ImportsController_notes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Row by row
         * @description Row by row: what becomes of it, why it is refused, and what Rollcall did that the file did not ask for.
         */
        get: operations["ImportsController_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes it back
         * @description Takes it back.
         */
        post: operations["ImportsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/mappings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mappings by name, ready-made and saved
         * @description Mappings by name, ready-made and saved.
         */
        get: operations["ImportsController_listMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/mappings/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Saves a mapping under a name, or replaces the one that has this name
         * @description Saves a mapping under a name, or replaces the one that has this name.
         */
        put: operations["ImportsController_saveMapping"];
        post?: never;
        /**
         * Deletes a saved mapping
         * @description Deletes a saved mapping.
         */
        delete: operations["ImportsController_removeMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An empty file of our own template
         * @description An empty file of our own template.
         */
        get: operations["ImportsController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a job is, how fast it goes and how long it will take
         * @description How far a job is, how fast it goes and how long it will take. For the account that began it, and for those who see the whole district and have the permission that the work needs.
         */
        get: operations["JobsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a job to stop after the chunk it is at
         * @description Asks a job to stop after the chunk it is at. Whoever may see it may stop it.
         */
        post: operations["JobsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Labels of devices, or of tags that were handed out, as PDF or as ZPL
         * @description Labels of devices, or of tags that were handed out, as PDF or as ZPL. Names whose script the font does not have are written in Latin letters. A code with letters beyond ASCII gets a QR code and no bars.
         */
        post: operations["LabelsController_print"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sheets and rolls that labels can be printed on
         * @description Sheets and rolls that labels can be printed on. Lengths in millimetres.
         */
        get: operations["LabelsController_layouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has what and has not brought it back, first due first
         * @description Who has what and has not brought it back, first due first. Which pupils' names were shown to whom is logged.
         */
        get: operations["LoansController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the device models of the district
         * @description Lists the device models of the district.
         */
        get: operations["ModelsController_list"];
        put?: never;
        /**
         * Adds a device model
         * @description Adds a device model.
         */
        post: operations["ModelsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one device model
         * @description Shows one device model.
         */
        get: operations["ModelsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a device model
         * @description Changes a device model: only the fields that are sent.
         */
        patch: operations["ModelsController_change"];
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the sites in reach
         * @description The people of the sites in reach. Which pupils' names were shown to whom is logged.
         */
        get: operations["PeopleController_list"];
        put?: never;
        /**
         * Adds a person
         * @description Adds a person.
         */
        post: operations["PeopleController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one person
         * @description Shows one person. The reading is logged.
         */
        get: operations["PeopleController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a person
         * @description Changes a person: only the fields that are sent.
         */
        patch: operations["PeopleController_change"];
        trace?: never;
    };
    "/api/v1/people/{id}/redaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgets the person's name and address for good, unless a hold keeps them
         * @description Forgets the person's name and address for good, unless a hold keeps them.
         */
        post: operations["PeopleController_redact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The selection as CSV, XLSX or PDF, in the columns of the import template
         * @description The selection as CSV, XLSX or PDF, in the columns of the import template; logged as the list is.
         */
        get: operations["PeopleController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pupils/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pupils of the selected sites by school year, as CSV, XLSX or PDF in the columns of the import template
         * @description Pupils of the selected sites by school year, as CSV, XLSX or PDF in the columns of the import template.
         */
        get: operations["PupilsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacement-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Expected lives and prices
         * @description Expected lives and prices: what the refresh forecast assumes.
         */
        get: operations["ReplacementSettingsController_list"];
        put?: never;
        /**
         * Adds a setting for how long devices last
         * @description Adds a setting for how long devices last.
         */
        post: operations["ReplacementSettingsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/replacement-settings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one setting for how long devices last
         * @description Shows one setting for how long devices last.
         */
        get: operations["ReplacementSettingsController_find"];
        put?: never;
        post?: never;
        /**
         * Deletes a setting for how long devices last
         * @description Deletes a setting for how long devices last.
         */
        delete: operations["ReplacementSettingsController_remove"];
        options?: never;
        head?: never;
        /**
         * Changes a setting for how long devices last
         * @description Changes a setting for how long devices last.
         */
        patch: operations["ReplacementSettingsController_change"];
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By name
         * @description By name. Who sees the whole district sees every report, others their own.
         */
        get: operations["SavedReportsController_list"];
        put?: never;
        /**
         * Saves a report, and its schedule where it has one
         * @description Saves a report, and its schedule where it has one.
         */
        post: operations["SavedReportsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one saved report
         * @description Shows one saved report.
         */
        get: operations["SavedReportsController_find"];
        put?: never;
        post?: never;
        /**
         * Ends its schedule and takes it off the list
         * @description Ends its schedule and takes it off the list; what it said stays.
         */
        delete: operations["SavedReportsController_archive"];
        options?: never;
        head?: never;
        /**
         * Changes a saved report
         * @description Changes a saved report: only the fields that are sent.
         */
        patch: operations["SavedReportsController_change"];
        trace?: never;
    };
    "/api/v1/reports/{id}/outputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it said, latest first
         * @description What it said, latest first.
         */
        get: operations["SavedReportsController_outputsOf"];
        put?: never;
        /**
         * Makes it now, as a job, and sends it to its list
         * @description Makes it now, as a job, and sends it to its list.
         */
        post: operations["SavedReportsController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every report that the caller may make
         * @description Every report that the caller may make.
         */
        get: operations["ReportKindsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/kinds/{kind}/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same, whole, as CSV, XLSX or PDF
         * @description The same, whole, as CSV, XLSX or PDF.
         */
        get: operations["ReportKindsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/kinds/{kind}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report, made now
         * @description A report, made now; its parameters stand in the query. Of a long one, the first rows.
         */
        get: operations["ReportKindsController_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/outputs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one output of a report
         * @description Shows one output of a report.
         */
        get: operations["ReportOutputsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/outputs/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is other than in the output before it, or in another one
         * @description What is other than in the output before it, or in another one.
         */
        get: operations["ReportOutputsController_comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/outputs/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its letters, by address
         * @description Its letters, by address.
         */
        get: operations["ReportOutputsController_deliveriesOf"];
        put?: never;
        /**
         * Sends it, again or to others
         * @description Sends it, again or to others: also where a letter is unsure.
         */
        post: operations["ReportOutputsController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/outputs/{id}/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads an output as a file
         * @description Downloads an output as a file.
         */
        get: operations["ReportOutputsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/outputs/{id}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report as it was made then
         * @description The report as it was made then. Of a long one, the first rows.
         */
        get: operations["ReportOutputsController_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one room
         * @description Shows one room.
         */
        get: operations["PlacesController_findRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames, closes or reopens a room
         * @description Renames, closes or reopens a room.
         */
        patch: operations["PlacesController_changeRoom"];
        trace?: never;
    };
    "/api/v1/scan-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to a thousand scans of one journal, in its order, with one result each
         * @description Up to a thousand scans of one journal, in its order, with one result each: `applied`, `duplicate`, `conflict` (people decide it in the inbox), `unknown` (kept until the code is known) or `refused`, with a reason.
         */
        post: operations["ScanBatchesController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own scans, latest first
         * @description The caller's own scans, latest first.
         */
        get: operations["ScanBatchesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The photo itself, for those who see the code in the list
         * @description The photo itself, for those who see the code in the list.
         */
        get: operations["ScanPhotosController_show"];
        /**
         * What an unknown code was on
         * @description What an unknown code was on: one JPEG, PNG or WebP of at most 2 MiB, as multipart. Sent again, it is replaced.
         */
        put: operations["ScanPhotosController_keep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says who is signed in
         * @description Says who is signed in.
         */
        get: operations["SessionController_show"];
        put?: never;
        /**
         * Signs in with an address and a password
         * @description Signs in with an address and a password; the answer sets the session cookie.
         */
        post: operations["SessionController_signIn"];
        /**
         * Signs out
         * @description Signs out: the session ends on the server too.
         */
        delete: operations["SessionController_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says whether the link can be used, and how
         * @description Says whether the link can be used, and how.
         */
        get: operations["SetupController_show"];
        put?: never;
        /**
         * Makes the first district and its admin, and spends the link
         * @description Makes the first district and its admin, and spends the link.
         */
        post: operations["SetupController_use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sites in reach, with their pupils of a school year
         * @description The sites in reach, with their pupils of a school year.
         */
        get: operations["SitesController_list"];
        put?: never;
        /**
         * Adds a site
         * @description Adds a site; only for who sees the whole district.
         */
        post: operations["SitesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one site
         * @description Shows one site.
         */
        get: operations["SitesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a site
         * @description Changes a site; opens, closes and merges it too. What is changed here no file overwrites any more.
         */
        patch: operations["SitesController_change"];
        trace?: never;
    };
    "/api/v1/sites/{id}/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the carts of a site
         * @description Lists the carts of a site.
         */
        get: operations["PlacesController_listCarts"];
        put?: never;
        /**
         * Adds a cart to a site
         * @description Adds a cart to a site.
         */
        post: operations["PlacesController_createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/pupils": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every number of pupils that was ever given
         * @description Every number of pupils that was ever given; of a school year the highest revision stands.
         */
        get: operations["SitesController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/pupils/{schoolYear}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says how many pupils a site has in a school year, such as `2025-26`
         * @description Says how many pupils a site has in a school year, such as `2025-26`. If-Match is checked where it is sent.
         */
        put: operations["SitesController_setPupils"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the rooms of a site
         * @description Lists the rooms of a site.
         */
        get: operations["PlacesController_listRooms"];
        put?: never;
        /**
         * Adds a room to a site
         * @description Adds a room to a site.
         */
        post: operations["PlacesController_createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The selection as CSV, XLSX or PDF, in the columns of the import template
         * @description The selection as CSV, XLSX or PDF, in the columns of the import template.
         */
        get: operations["SitesController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support-load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the devices of each site in reach ask for in support, against what it is given and what was delivered
         * @description What the devices of each site in reach ask for in support, against what it is given and what was delivered.
         */
        get: operations["SupportLoadController_load"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support-load/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How evenly hours are spread over devices
         * @description How evenly hours are spread over devices: each model, what sites have, and what they would have without gifts.
         */
        get: operations["SupportLoadController_fairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support-load/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a principal asks
         * @description What a principal asks: your technician, your days, what was delivered, what waits, and the neighbours.
         */
        get: operations["SupportLoadController_site"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support-load/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Expected and delivered, month by month, of all sites in reach
         * @description Expected and delivered, month by month, of all sites in reach.
         */
        get: operations["SupportLoadController_trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support-load/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much support a device of each kind asks for, and who says so
         * @description How much support a device of each kind asks for, and who says so.
         */
        get: operations["LoadWeightsController_find"];
        /**
         * The district's own weights, in place of those before, which stay on record
         * @description The district's own weights, in place of those before, which stay on record.
         */
        put: operations["LoadWeightsController_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sweeps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sweeps of the caller's sites, latest first
         * @description Sweeps of the caller's sites, latest first.
         */
        get: operations["SweepsController_list"];
        put?: never;
        /**
         * Freezes what is expected at a site, or in a room of it
         * @description Freezes what is expected at a site, or in a room of it; technicians scan for it with `sweep`.
         */
        post: operations["SweepsController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sweeps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one sweep
         * @description Shows one sweep.
         */
        get: operations["SweepsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sweeps/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps what was found as it is now, and may move what stands elsewhere to where it was found
         * @description Keeps what was found as it is now, and may move what stands elsewhere to where it was found.
         */
        post: operations["SweepsController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sweeps/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each device that was expected or seen, and each code that nobody knows
         * @description Each device that was expected or seen, and each code that nobody knows: what is to be said of it.
         */
        get: operations["SweepsController_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sweeps/{id}/report/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole of it to sign, as CSV, XLSX or PDF
         * @description The whole of it to sign, as CSV, XLSX or PDF.
         */
        get: operations["SweepsController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sweeps/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rooms with devices that nobody has swept for a year, or as many months as are said
         * @description Rooms with devices that nobody has swept for a year, or as many months as are said.
         */
        get: operations["SweepsController_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tag-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the series that asset tags are numbered in
         * @description Lists the series that asset tags are numbered in.
         */
        get: operations["TagsController_list"];
        put?: never;
        /**
         * Begins a series of asset tags
         * @description Begins a series of asset tags.
         */
        post: operations["TagsController_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tag-series/{id}/ranges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the ranges of tags that were taken from a series
         * @description Lists the ranges of tags that were taken from a series.
         */
        get: operations["TagsController_ranges"];
        put?: never;
        /**
         * Hands out tags to be printed before there are devices for them
         * @description Hands out tags to be printed before there are devices for them; none of them is handed out again.
         */
        post: operations["TagsController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those at home or assigned at a site in reach
         * @description Those at home or assigned at a site in reach.
         */
        get: operations["TechniciansController_list"];
        put?: never;
        /**
         * Adds a technician
         * @description Adds a technician.
         */
        post: operations["TechniciansController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technicians/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one technician
         * @description Shows one technician.
         */
        get: operations["TechniciansController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a technician
         * @description Changes a technician: only the fields that are sent.
         */
        patch: operations["TechniciansController_change"];
        trace?: never;
    };
    "/api/v1/time-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own, those at sites in reach, and for who approves those of who is at home there
         * @description The caller's own, those at sites in reach, and for who approves those of who is at home there; latest first.
         */
        get: operations["TimeEntriesController_list"];
        put?: never;
        /**
         * Reports time
         * @description Reports time: a visit, or what is for no site. With an `id` of the phone's making it may be sent again.
         */
        post: operations["TimeEntriesController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An entry with everything that was ever said of it
         * @description An entry with everything that was ever said of it.
         */
        get: operations["TimeEntriesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Corrects or withdraws an entry
         * @description Corrects or withdraws an entry; what it said before stays on record, and it is approved anew.
         */
        patch: operations["TimeEntriesController_correct"];
        trace?: never;
    };
    "/api/v1/time-entries/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves up to 200 entries, each in the version that was read
         * @description Approves up to 200 entries, each in the version that was read. Nobody approves their own.
         */
        post: operations["TimeEntriesController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own tokens, without their secrets
         * @description The caller's own tokens, without their secrets.
         */
        get: operations["TokensController_list"];
        put?: never;
        /**
         * Makes a token of the caller's own
         * @description Makes a token of the caller's own; the secret is shown this once.
         */
        post: operations["TokensController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one of your own tokens
         * @description Ends one of your own tokens.
         */
        delete: operations["TokensController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknown-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Codes that no device had when they were scanned, each with the scans that wait for it
         * @description Codes that no device had when they were scanned, each with the scans that wait for it.
         */
        get: operations["UnknownCodesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknown-codes/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A device of the caller's sites gets the code, and the scans that waited for it
         * @description A device of the caller's sites gets the code, and the scans that waited for it.
         */
        post: operations["UnknownCodesController_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknown-codes/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It was read wrong, or is no device's
         * @description It was read wrong, or is no device's.
         */
        post: operations["UnknownCodesController_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknown-codes/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies the scans of a code that a device has by now
         * @description Applies the scans of a code that a device has by now: one that was made, or given the code.
         */
        post: operations["UnknownCodesController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kinds of work
         * @description Kinds of work: those of the papers, and the district's own.
         */
        get: operations["TimeEntriesController_kinds"];
        put?: never;
        /**
         * Adds a kind of work to the district's list
         * @description Adds a kind of work to the district's list.
         */
        post: operations["TimeEntriesController_addKind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Days on which a technician is away. */
        AbsenceView: {
            /** @description First and last day, included. */
            fromOn: string;
            id: string;
            /** @enum {string} */
            reason: "sick" | "leave" | "learning" | "other";
            technician: string;
            technicianId: string;
            toOn: string;
        };
        AccountChangeBody: {
            disabled?: boolean;
            name?: string;
            password?: string;
            regions?: string[];
            /** @enum {string} */
            role?: "admin" | "its" | "lead" | "liaison" | "technician" | "site_staff" | "vendor";
            sites?: string[];
        };
        /** @description An account as the API shows it; `sites` are codes. */
        AccountView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            email: string;
            id: string;
            name: string;
            regions: string[];
            /** @enum {string} */
            role: "admin" | "its" | "lead" | "liaison" | "technician" | "site_staff" | "vendor";
            sites: string[];
            version: number;
        };
        /** @description How much help a site gets: what a district decides, as data. A version is never changed. */
        AllocationModel: {
            bands: components["schemas"]["Band"][];
            exclusions: components["schemas"]["Exclusion"][];
            extras: components["schemas"]["Extra"][];
            /** @description School years it was made for, such as `2025-26`; open ends are null. */
            firstYear: string | null;
            /** @description Whether the district gives what it recommends; else a site gets what is given or bought one by one. */
            gives: boolean;
            /** @description Small letters, digits and hyphens. */
            key: string;
            lastYear: string | null;
            name: string;
            options: components["schemas"]["PurchaseOption"][];
            /** @description What a site gets that has and buys none. */
            otherwise: string | null;
            /** @description Where the numbers come from. */
            source: string;
            /** @description Calendar date of that source. */
            sourceDate: string;
            /** @enum {string} */
            unit: "days" | "hours";
            version: number;
        };
        /** @description A model applied to the sites in reach for a school year. Amounts are a week. */
        AllocationPlan: {
            /** @description The model was not made for this school year. */
            isOutsideYears: boolean;
            model: string;
            modelName: string;
            modelVersion: number;
            /** @description What a site gets that has and buys none. */
            otherwise: string | null;
            schoolYear: string;
            sites: components["schemas"]["SitePlan"][];
            technicians: components["schemas"]["PlanTechnicians"];
            totals: components["schemas"]["PlanTotals"];
            /** @enum {string} */
            unit: "days" | "hours";
        };
        AllocationSettings: {
            /** @description Key of the model in force: what plans and the support load go by where none is named. Null for none. */
            model: string | null;
            /** @description Share of the technicians' days that no proposal places, from 0 to under 1. */
            reserveShare: number;
            setAside: components["schemas"]["SetAside"][];
            /** @description 0 where nobody has said anything yet. */
            version: number;
        };
        /** @description All of the settings; what is left out is emptied. */
        AllocationSettingsBody: {
            /** @description Key of the model in force; null for none. */
            model?: string | null;
            /** @description Share of the technicians' days that no proposal places. */
            reserveShare: number;
            /**
             * @description What is planned for travel, projects, learning and the like.
             * @default []
             */
            setAside: components["schemas"]["SetAsideBody"][];
        };
        ApprovalBody: {
            /** Format: uuid */
            id: string;
            /** @description The version that was read. */
            version: number;
        };
        /** @description What became of an entry that somebody approved. */
        ApprovalResult: {
            code?: string;
            detail?: string;
            id: string;
            index: number;
            /** @enum {string} */
            outcome: "approved" | "refused";
        };
        ApprovalsBody: {
            entries: components["schemas"]["ApprovalBody"][];
        };
        /** @description Time that was for no site. */
        AsideHours: {
            hours: number;
            name: string;
            /** @description Of the technicians there were in these weeks, by the settings; null where nothing is planned. */
            planned: number | null;
            work: string;
        };
        /** @description A technician is at a site on a weekday, from a day to a day. */
        AssignmentView: {
            endsOn: string;
            id: string;
            /** @description A person said so: a proposal keeps it. */
            isFixed: boolean;
            purchaseId: string | null;
            /** @description Code of the site. */
            site: string;
            siteId: string;
            siteName: string;
            /** @description First and last day, included. */
            startsOn: string;
            technician: string;
            technicianId: string;
            /** @description 1 Monday to 7 Sunday. */
            weekday: number;
        };
        /** @description So many a week for sites of some types with so many pupils, both ends included. */
        Band: {
            /** @description Hours or days a week, in quarters. */
            amount: number;
            fromPupils: number;
            /** @description Null for "and more". */
            toPupils: number | null;
            types: ("other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse")[];
        };
        BandBody: {
            /** @description Hours or days a week, in quarters. */
            amount: number;
            fromPupils: number;
            /** @description Included; null for "and more". */
            toPupils?: number | null;
            types: ("elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse")[];
        };
        /** @description Rows are judged one by one, so that one bad row does not stop the rest. */
        BatchBody: {
            rows: {
                [key: string]: unknown;
            }[];
        };
        /** @description What became of one row of a batch. */
        BatchResult: {
            code?: string;
            detail?: string;
            id?: string;
            index: number;
            /** @description What was done that the row did not literally ask for. */
            notes?: components["schemas"]["RowNote"][];
            /** @enum {string} */
            outcome: "refused" | "changed" | "unchanged" | "added";
            version?: number;
        };
        BulkBody: {
            change: components["schemas"]["DeviceBody"];
            /** @description How many devices the caller expects to change; another number is refused. */
            expect?: number;
            filter: components["schemas"]["DeviceFilterQuery"];
        };
        CartChangeBody: {
            /**
             * Format: date
             * @description The first day on which it is no longer used; null opens it again.
             */
            closedOn?: string | null;
            name?: string;
            /**
             * Format: uuid
             * @description A room of the same site, or null; the cart's devices move with it.
             */
            roomId?: string | null;
        };
        CartView: {
            closedOn: string | null;
            id: string;
            name: string;
            roomId: string | null;
            siteId: string;
            version: number;
        };
        CauseChange: {
            /** @enum {string} */
            cause: "opened" | "purchased" | "transferred" | "retired" | "reused" | "found" | "lost" | "disposed" | "deployed" | "returned" | "repair" | "corrected" | "region_redrawn";
            change: number;
        };
        /** @description A row that is in one output and not in the other, or differs in its numbers. */
        ChangedRow: {
            /** @enum {string} */
            change: "changed" | "added" | "removed";
            /** @description Values of the key columns. */
            key: unknown[];
            /** @description Of the columns that are numbers, where they differ. */
            values: {
                after: number | null;
                before: number | null;
                change: number;
                column: string;
            }[];
        };
        /** @description One event of a change set, with the device that it changed. */
        ChangeSetEvent: {
            assetTag: string | null;
            changes: {
                [key: string]: unknown[];
            };
            deviceId: string;
            /** Format: date-time */
            effectiveAt: string;
            eventId: string;
            serialNumber: string | null;
            type: string;
        };
        ChangeSetView: {
            actorId: string | null;
            devices: number;
            events: number;
            id: string;
            /** @enum {string} */
            kind: "single" | "batch" | "bulk" | "import" | "scan_batch" | "sync" | "undo";
            /** Format: date-time */
            recordedAt: string;
            subjectId: string | null;
            undoesId: string | null;
            undoneById: string | null;
        };
        /** @description Drawn in grey, so that lines differ in their dashes and bars in their tone. */
        Chart: {
            /** @enum {string} */
            kind: "lines" | "bars";
            labels: string[];
            series: {
                name: string;
                values: (number | null)[];
            }[];
            /** @description What the values are, such as `devices`. */
            unit: string;
        };
        ClaimBody: {
            code: string;
            /**
             * Format: uuid
             * @description The device that the code is on.
             */
            deviceId: string;
        };
        /** @description One field on which two people do not agree: what it was, what it is now, what the scan says. */
        Clash: {
            field: string;
            mine: unknown;
            theirs: unknown;
        };
        CodeView: {
            code: string;
            kind: string;
            /** Format: date-time */
            releasedAt: string | null;
        };
        /** @description A site under each scenario, in their order. Amounts are a week, in the comparison's unit. */
        ComparedSite: {
            /** @description Recommended by the last scenario less recommended by the first; null where one says nothing. */
            change: number | null;
            name: string;
            recommended: (number | null)[];
            shortfall: (number | null)[];
            site: string;
        };
        Comparison: {
            added: number;
            after: string;
            /** Format: date-time */
            afterKnownAt: string;
            /** @description Ids of the outputs. */
            before: string | null;
            /** Format: date-time */
            beforeKnownAt: string | null;
            changed: number;
            removed: number;
            /** @description At most a thousand, in the order of the later output, removed ones last. */
            rows: components["schemas"]["ChangedRow"][];
            unchanged: number;
        };
        ComparisonBody: {
            charter?: boolean;
            region?: string;
            /** @description Two to four; the unit is the first one's. */
            scenarios: components["schemas"]["ScenarioBody"][];
            /** @enum {string} */
            type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
        };
        /** @description A scan that contradicts the register, beside what the register says. */
        ConflictView: {
            accountId: string;
            action: string;
            /** @description Field by field what stands in the register now and what the scan says; places by name. */
            clash: components["schemas"]["Clash"][];
            code: string;
            detail: string;
            device: {
                assetTag: string | null;
                id: string;
                serialNumber: string | null;
                site: string;
                status: string;
            } | null;
            /** Format: date-time */
            effectiveAt: string;
            /** @description Id of the scan. */
            id: string;
            reason: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description What was said with it: site, room, cart, day, note. */
            said: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            scannedAt: string;
            /** @description Code of the site where it was scanned. */
            site: string | null;
        };
        /** @description One unit more or less, and the event that made it so. */
        CountedChange: {
            assetTag: string | null;
            /** @enum {string} */
            cause: "opened" | "purchased" | "transferred" | "retired" | "reused" | "found" | "lost" | "disposed" | "deployed" | "returned" | "repair" | "corrected";
            change: number;
            deviceId: string;
            event: {
                actorId: string | null;
                changeSetId: string;
                /** Format: date-time */
                effectiveAt: string;
                /** Format: date-time */
                recordedAt: string;
                type: string;
            };
            eventId: string;
            kind: string;
            manufacturer: string;
            model: string;
            /** @description Calendar date on which it counts. */
            on: string;
            serialNumber: string | null;
            site: string;
            status: string;
        };
        /** @description A device that was counted, and since when it was counted there. */
        CountedDevice: {
            assetTag: string | null;
            deviceId: string;
            eventId: string;
            kind: string;
            manufacturer: string;
            model: string;
            serialNumber: string | null;
            /** @description Calendar date from which it counted there, and the event that brought it. */
            since: string;
            site: string;
            status: string;
        };
        CountGroup: {
            count: number;
            kind?: string | null;
            region?: string | null;
            site?: string | null;
            status?: string | null;
        };
        Counts: {
            asOf: string;
            groups: components["schemas"]["CountGroup"][];
            /** Format: date-time */
            knownAt: string;
            /** @description Statuses that are counted here. */
            statuses: string[];
            total: number;
        };
        CoverProposal: {
            covers: components["schemas"]["ProposedCover"][];
            /** @description How many more are in reserve that day. */
            left: number;
            on: string;
            /** @description Nobody in reserve is left for these. */
            uncovered: components["schemas"]["Hole"][];
        };
        CoverProposalBody: {
            /** Format: date */
            on: string;
        };
        /** @description Somebody in reserve is at a site on a day. */
        CoverView: {
            assignmentId: string | null;
            id: string;
            /** @enum {string} */
            kind: "absence" | "urgent" | "project";
            note: string | null;
            on: string;
            site: string;
            siteName: string;
            technician: string;
            technicianId: string;
        };
        CustodyView: {
            dueOn: string | null;
            /** Format: date-time */
            loanedAt: string;
            personId: string;
            /** Format: date-time */
            returnedAt: string | null;
        };
        /** @description What technicians delivered in some weeks against what was due. */
        Delivered: {
            /** @description Set aside for travel, projects and learning; of the whole district, for who sees all of it. */
            aside: components["schemas"]["AsideHours"][];
            /** @description First Monday and last Sunday. */
            from: string;
            model: string;
            schoolYear: string;
            /** @description Short by the most hours first. */
            sites: components["schemas"]["SiteDelivered"][];
            to: string;
            weeks: number;
        };
        /** @description A delivery as the API shows it. */
        DeliveryView: {
            address: string;
            /** @description What the mail server said last, or what went wrong. */
            answer: string | null;
            attempts: number;
            id: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** @description 1 for the first, more where somebody had it sent again. */
            round: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "failed" | "waiting" | "taken" | "sending" | "sent" | "unsure" | "kept";
        };
        /** @description A device that left a site by a scan elsewhere. */
        Departure: {
            accountId: string;
            assetTag: string | null;
            deviceId: string;
            /** @description Codes of sites. */
            from: string;
            id: string;
            /** Format: date-time */
            receivedAt: string;
            serialNumber: string | null;
            to: string | null;
        };
        /** @description What is said of a device. A field that is missing keeps its value; null empties it. */
        DeviceBody: {
            /** @description With a write-off. */
            approvalReference?: string;
            assetTag?: string | null;
            cart?: string | null;
            costCents?: number | null;
            /** @enum {string|null} */
            disposalRoute?: "recycle" | "sell" | "donate" | "write_off" | "vendor_swap" | "lease_return" | "trade_in" | "agency_transfer" | "historical" | null;
            /** Format: date */
            dueOn?: string | null;
            /**
             * Format: date
             * @description Calendar date from which the change is true; now where nothing is said.
             */
            effectiveOn?: string;
            /** @description Federal award identification number of a funding source that is named for the first time. */
            fain?: string | null;
            federalSharePercent?: number | null;
            fundingSource?: string | null;
            /** @description External id or address of the person who has it. */
            holder?: string | null;
            imei?: string | null;
            /** Format: date */
            inServiceOn?: string | null;
            /** @enum {string|null} */
            kind?: "desktop" | "laptop" | "ipad" | "chromebook" | "other" | null;
            /** Format: date */
            loanedOn?: string | null;
            mac?: string | null;
            manufacturer?: string | null;
            /**
             * @description With status missing.
             * @enum {string}
             */
            missing?: "lost" | "stolen";
            /** Format: date */
            missingSince?: string;
            model?: string | null;
            /** @description Why; kept beside the event, apart from it. */
            note?: string;
            notes?: string | null;
            oldTag?: string | null;
            policeReportNumber?: string;
            /** Format: date */
            purchasedOn?: string | null;
            purchaseReference?: string | null;
            room?: string | null;
            serialNumber?: string | null;
            /** @description Code or name of the site. */
            site?: string | null;
            /** @enum {string|null} */
            status?: "in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | null;
            /**
             * Format: date
             * @description Calendar date from which the status holds.
             */
            statusOn?: string | null;
        };
        /** @description One device with what hangs on it. */
        DeviceDetail: {
            assetTag: string | null;
            autoUpdateEndsOn: string | null;
            cart: string | null;
            codes: components["schemas"]["CodeView"][];
            costCents: number | null;
            /** Format: date-time */
            createdAt: string;
            custody: components["schemas"]["CustodyView"][];
            /** @enum {string|null} */
            disposalRoute: "recycle" | "sell" | "donate" | "write_off" | "vendor_swap" | "lease_return" | "trade_in" | "agency_transfer" | "historical" | null;
            /** @description The day it counts from. */
            enteredOn: string;
            /** @description False where no date was known and it counts from the day of its load. */
            entryDated: boolean;
            fain: string | null;
            federalSharePercent: number | null;
            fundingSource: string | null;
            holds: components["schemas"]["HoldView"][];
            id: string;
            inServiceOn: string | null;
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            manufacturer: string;
            mergedIntoId: string | null;
            model: string;
            notes: string | null;
            /** @description Only for roles that may read people. */
            personId: string | null;
            /** @enum {string} */
            platform: "other" | "chromeos" | "ipados" | "macos" | "windows";
            purchasedOn: string | null;
            purchaseReference: string | null;
            region: string | null;
            room: string | null;
            serialNumber: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "retired" | "disposed" | "deployed" | "in_stock" | "in_repair" | "missing" | "void";
            /** Format: date-time */
            statusSince: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        DeviceFilterQuery: {
            /** @description Years in service, at the least. */
            ageFrom?: number;
            /** @description Years in service, less than. */
            ageTo?: number;
            /**
             * Format: date
             * @description Automatic updates end before this date.
             */
            autoUpdateBefore?: string;
            cart?: string;
            fundingSource?: string;
            kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
            /** @description Part of the model's name. */
            model?: string;
            /**
             * Format: uuid
             * @description Id of a person.
             */
            person?: string;
            /** @description Three or more characters of any code, or of a model's, site's or person's name. */
            q?: string;
            region?: string[];
            /** @description Names, at whichever site. */
            room?: string;
            /** @description Codes of sites, comma-separated. */
            site?: string[];
            status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "void")[];
        };
        /** @description What anybody in the field may know of any device of the district: no person, no cost. */
        DeviceFound: {
            assetTag: string | null;
            id: string;
            /** @description Whether the caller's sites reach it. */
            inScope: boolean;
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            manufacturer: string;
            /** @description Which of its codes was read. */
            matched: {
                kind: string;
                released: boolean;
            };
            model: string;
            serialNumber: string | null;
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "retired" | "disposed" | "deployed" | "in_stock" | "in_repair" | "missing" | "void";
            version: number;
        };
        /** @description A device as the API shows it. Dates are calendar dates of the district, money is cents. */
        DeviceView: {
            assetTag: string | null;
            autoUpdateEndsOn: string | null;
            cart: string | null;
            costCents: number | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string|null} */
            disposalRoute: "recycle" | "sell" | "donate" | "write_off" | "vendor_swap" | "lease_return" | "trade_in" | "agency_transfer" | "historical" | null;
            /** @description The day it counts from. */
            enteredOn: string;
            /** @description False where no date was known and it counts from the day of its load. */
            entryDated: boolean;
            fain: string | null;
            federalSharePercent: number | null;
            fundingSource: string | null;
            id: string;
            inServiceOn: string | null;
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            manufacturer: string;
            mergedIntoId: string | null;
            model: string;
            notes: string | null;
            /** @description Only for roles that may read people. */
            personId: string | null;
            /** @enum {string} */
            platform: "other" | "chromeos" | "ipados" | "macos" | "windows";
            purchasedOn: string | null;
            purchaseReference: string | null;
            region: string | null;
            room: string | null;
            serialNumber: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "retired" | "disposed" | "deployed" | "in_stock" | "in_repair" | "missing" | "void";
            /** Format: date-time */
            statusSince: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description A room that nobody has swept for a while. */
        DueRoom: {
            devices: number;
            /** Format: date-time */
            lastSweptAt: string | null;
            room: string;
            roomId: string;
            site: string;
            siteName: string;
        };
        EntitlementBody: {
            /** @description Hours or days a week, in quarters, 0 too; null takes back what was said. */
            amount?: number | null;
            /** @description Why, such as a board's decision. */
            note?: string | null;
            /** @enum {string} */
            unit: "hours" | "days";
        };
        /** @description What a site was said to be given; of those of one school year, the highest revision stands. */
        EntitlementView: {
            /** @description Hours or days a week; null where it was taken back, so that the model says what is given. */
            amount: number | null;
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string | null;
            revision: number;
            schoolYear: string;
            /** @enum {string} */
            unit: "days" | "hours";
        };
        EventView: {
            actorId: string | null;
            amendsId: string | null;
            cause: string;
            changes: {
                [key: string]: unknown[];
            };
            changeSetId: string;
            details: unknown;
            /** Format: date-time */
            effectiveAt: string;
            id: string;
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
            type: string;
        };
        /** @description Sites of some types that a model leaves out, and why. */
        Exclusion: {
            reason: string;
            types: ("other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse")[];
        };
        ExclusionBody: {
            reason: string;
            types: ("elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse")[];
        };
        /** @description Work that devices of a kind ask for. */
        ExpectedWork: {
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            /** @description A year. */
            minutes: number;
            work: string | null;
        };
        /** @description What a site gets besides the hours or days. */
        Extra: {
            /** @description Integer cents for each covered site and school year. */
            centsPerSite: number;
            name: string;
        };
        ExtraBody: {
            /** @description Integer cents for each covered site and school year. */
            centsPerSite: number;
            name: string;
        };
        Fairness: {
            asOf: string;
            models: components["schemas"]["ModelFairness"][];
            schoolYear: string;
            /** @description Sites with fewer devices are left out. */
            smallerThan: number;
        };
        /** @description One thing wrong with one field: where, what, and what to do. */
        FieldError: {
            code: string;
            detail: string;
            field: string;
        };
        FundingChangeBody: {
            /** @description Federal award identification number. */
            fain?: string | null;
            federalSharePercent?: number | null;
            name?: string;
            titleHolder?: string | null;
        };
        FundingView: {
            fain: string | null;
            federalSharePercent: number | null;
            id: string;
            name: string;
            titleHolder: string | null;
            version: number;
        };
        Growth: {
            after: number;
            before: number;
            causes: components["schemas"]["CauseChange"][];
            change: number;
            from: string;
            groups: components["schemas"]["GrowthGroup"][];
            /** Format: date-time */
            knownAt: string;
            /** @description Statuses that are counted here. */
            statuses: string[];
            to: string;
        };
        GrowthGroup: {
            after: number;
            before: number;
            causes: components["schemas"]["CauseChange"][];
            change: number;
            kind?: string | null;
            region?: string | null;
            site?: string | null;
            status?: string | null;
        };
        HoldBody: {
            forbids: ("move" | "retire" | "dispose" | "void" | "redact" | "change")[];
            /** @enum {string} */
            kind: "claim" | "lot" | "legal" | "grant";
            reason: string;
        };
        HoldView: {
            forbids: string[];
            id: string;
            kind: string;
            owner: string;
            /** Format: date-time */
            placedAt: string;
            reason: string;
        };
        /** @description A site whose technician is away, gone or sent elsewhere on a day, and where nobody goes instead yet. */
        Hole: {
            assignmentId: string;
            site: string;
            siteName: string;
            /** @description Who is away. */
            technician: string;
        };
        /** @description Which column is which field, and how its cells are written. */
        ImportMapping: {
            /** @description Header → field. */
            columns: {
                [key: string]: string;
            };
            /** @enum {string} */
            dateOrder?: "auto" | "mdy" | "dmy" | "ymd";
            /** @enum {string} */
            decimal?: "," | ".";
            /** @description Field → text, for rows that have nothing of their own. */
            defaults?: {
                [key: string]: string;
            };
            /** @description Name of the ready-made or saved mapping it comes from. */
            name?: string;
            /** @description Digits to which a purely numeric asset tag is filled up with zeros. */
            padTagsTo?: number;
            /** @description Field → word of the file → word of ours. */
            words?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** @description What the person chose beside the mapping. */
        ImportOptions: {
            /** @description Refuse the whole file when one row is refused; up to 50,000 rows. */
            allOrNothing?: boolean;
            /** @description Fields in which the file wins over what a person set; otherwise it never does. */
            overwrite?: "all" | string[];
            /** @description Such as `2025-26`, where pupils come without a year. */
            schoolYear?: string;
        };
        /** @description What a pass over the rows comes to. */
        ImportPlan: {
            add: number;
            change: number;
            /** @description Site code → how many more devices. */
            countChange: {
                [key: string]: number;
            };
            held: number;
            /** @description Rows with at least one note. */
            noted: number;
            /** @description Code of a note → rows that have it. */
            notes: {
                [key: string]: number;
            };
            refused: number;
            rows: number;
            unchanged: number;
        };
        ImportRowView: {
            changes: {
                [key: string]: unknown[];
            } | null;
            /** @description What Rollcall did with the row although the file did not literally ask for it. */
            notes: components["schemas"]["RowNote"][] | null;
            /** @enum {string} */
            outcome: "refused" | "change" | "add" | "unchanged" | "held";
            problems: components["schemas"]["RowProblem"][] | null;
            rowNo: number;
            targetId: string | null;
        };
        /** @description An import as the API shows it. */
        ImportView: {
            changeSetId: string | null;
            /** Format: date-time */
            committedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            id: string;
            job: components["schemas"]["JobView"] | null;
            kind: string;
            mapping: components["schemas"]["ImportMapping"];
            options: components["schemas"]["ImportOptions"];
            plan: components["schemas"]["ImportPlan"] | null;
            reading: components["schemas"]["TableReading"];
            /** Format: date-time */
            rehearsedAt: string | null;
            sizeBytes: number;
            /** @enum {string} */
            state: "queued" | "failed" | "cancelled" | "uploaded" | "rehearsing" | "rehearsed" | "committing" | "committed" | "undoing" | "undone";
            warnings: (components["schemas"]["TableWarning"] | components["schemas"]["MappingWarning"])[];
        };
        /** @description A job as the API shows it. */
        JobView: {
            done: number;
            etaSeconds: number | null;
            id: string;
            kind: string;
            problem: unknown;
            /** @description Rows a second in this stage. */
            rate: number | null;
            result: unknown;
            stage: string | null;
            /** @enum {string} */
            state: "done" | "queued" | "running" | "failed" | "cancelled";
            total: number | null;
        };
        /** @description What a label is printed on. Lengths in millimetres. */
        LabelLayout: {
            /** @description From one label to the next. */
            across: number;
            /** @description A QR code, a Code 128, or both, as far as there is room. */
            carries: ("bars" | "qr")[];
            columns: number;
            down: number;
            label: {
                height: number;
                width: number;
            };
            /** @description From the page's edges to the first label. */
            left: number;
            /** @description Lines of text that fit. */
            lines: number;
            name: string;
            page: {
                height: number;
                width: number;
            };
            rows: number;
            /** @description For people: what to buy. */
            title: string;
            top: number;
        };
        /** @description Which labels, on what. Exactly one of `devices`, `filter`, `sweep`, `import` and `tagRange` says which. */
        LabelsBody: {
            /** @description Ids. */
            devices?: string[];
            /**
             * @description Of a ZPL printer.
             * @default 203
             * @enum {number}
             */
            dpi: 203 | 300;
            filter?: components["schemas"]["DeviceFilterQuery"];
            /**
             * @default pdf
             * @enum {string}
             */
            format: "pdf" | "zpl";
            /**
             * Format: uuid
             * @description Devices that a file brought or changed.
             */
            import?: string;
            /** @enum {string} */
            layout: "avery-5160" | "avery-5167" | "avery-l4731" | "roll-62" | "label-4x2";
            /**
             * @description Millimetres by which the printer must print further right, and further down.
             * @default 0
             */
            offsetX: number;
            /** @default 0 */
            offsetY: number;
            /**
             * @description Draws the edges of the labels, for a try on plain paper.
             * @default false
             */
            outlines: boolean;
            /**
             * @description Labels of the first sheet that are used up already.
             * @default 0
             */
            skip: number;
            /**
             * Format: uuid
             * @description Devices that were expected or seen in a sweep.
             */
            sweep?: string;
            /**
             * Format: uuid
             * @description Tags that were handed out and are on no device yet.
             */
            tagRange?: string;
        };
        /** @description What the sites in reach asked for in a month, and what they were given. */
        LoadMonth: {
            /** @description Reported by technicians; null where nobody reported. */
            deliveredHours: number | null;
            devices: number;
            /** @description A twelfth of what these devices ask for in a year. */
            expectedMinutes: number;
            /** @description Null also for a month that is not over: its work is a whole month's, its hours are not. */
            minutesPerDeliveredHour: number | null;
            /** @description Such as `2026-01`. */
            month: string;
            /** @description Last day of it that has been: devices are those at its end. */
            on: string;
        };
        /** @description Sums over the sites. */
        LoadTotals: {
            allocatedHours: number;
            deliveredHours: number | null;
            devices: number;
            expectedMinutes: number;
            hoursPer100Devices: number | null;
            minutesPerAllocatedHour: number | null;
            minutesPerDeliveredHour: number | null;
            /** @description Hours a week that the expected minutes come to. */
            neededHours: number;
            openRepairs: number | null;
            repairsAYear: number | null;
            sites: number;
            small: number;
        };
        LoadTrend: {
            from: string;
            months: components["schemas"]["LoadMonth"][];
            to: string;
            /** @description All months are weighed by these: what changes are devices and hours. */
            weightsVersion: number;
        };
        /** @description A device that somebody has. */
        LoanView: {
            assetTag: string | null;
            deviceId: string;
            /** @description Calendar date. */
            dueOn: string | null;
            /** @description Id in the district's own files. Null, as names and grade are, of a student at a site that is out of reach. */
            externalId: string | null;
            familyName: string | null;
            givenName: string | null;
            grade: string | null;
            id: string;
            kind: string;
            /** @description Calendar date on which they left the district. */
            leftOn: string | null;
            /** Format: date-time */
            loanedAt: string;
            model: string;
            personId: string;
            /** @description Code of the person's site: another one, where somebody has changed schools with a device. */
            personSite: string | null;
            serialNumber: string | null;
            /** @description Code of the device's site. */
            site: string;
        };
        MappingBody: {
            /** @description `columns` (header → field), and where needed `defaults`, `words`, `dateOrder`, `decimal`, `padTagsTo`. */
            mapping: Record<string, never>;
        };
        MappingView: {
            kind: string;
            mapping: components["schemas"]["ImportMapping"] | null;
            name: string;
            readyMade: boolean;
        };
        MappingWarning: {
            code: string;
            column?: string;
            detail: string;
        };
        MergeBody: {
            /**
             * Format: uuid
             * @description The record that goes; the device in the address survives.
             */
            duplicateId: string;
            note?: string;
        };
        ModelChangeBody: {
            /**
             * Format: date
             * @description Overrules the published list; null returns to it.
             */
            autoUpdateEndsOn?: string | null;
            expectedLifeMonths?: number | null;
            /** @enum {string} */
            kind?: "desktop" | "laptop" | "ipad" | "chromebook" | "other";
            /** @enum {string} */
            platform?: "chromeos" | "ipados" | "macos" | "windows" | "other";
        };
        /** @description A model, and how evenly hours per 100 devices are spread over the sites it covers. */
        ModelFairness: {
            model: string;
            modelName: string;
            modelVersion: number;
            /** @description Of which the model says nothing: left out. */
            notCovered: number;
            /** @description Covered, with fewer than 50 devices: left out. */
            small: number;
            /** @description One for each basis. */
            spreads: {
                /** @enum {string} */
                basis: "recommended" | "allocated" | "without_gifts";
                /** @description 0 where all have the same, towards 1 where one has everything; null where nobody has anything. */
                gini: number | null;
                median: number | null;
                /** @description The tenth and the ninetieth percentile, between the two nearest sites. */
                p10: number | null;
                p90: number | null;
                /** @description The second by the first; null where the first is 0. */
                ratio: number | null;
                sites: number;
            }[];
        };
        /** @description A model in a list: its latest version. */
        ModelLine: {
            firstYear: string | null;
            key: string;
            lastYear: string | null;
            name: string;
            /** @description It comes with Rollcall: nobody changes it. */
            readyMade: boolean;
            source: string;
            sourceDate: string;
            /** @enum {string} */
            unit: "days" | "hours";
            version: number;
        };
        /** @description The next version of a model, whole. */
        ModelVersionBody: {
            /** @description For each type that is covered, every number of pupils has one band. */
            bands: components["schemas"]["BandBody"][];
            /** @default [] */
            exclusions: components["schemas"]["ExclusionBody"][];
            /** @default [] */
            extras: components["schemas"]["ExtraBody"][];
            /** @description First school year it was made for, such as `2025-26`. */
            firstYear?: string | null;
            /**
             * @description Whether the district gives what the model recommends.
             * @default false
             */
            gives: boolean;
            lastYear?: string | null;
            name: string;
            /** @default [] */
            options: components["schemas"]["PurchaseOptionBody"][];
            /** @description What a site gets that has and buys none. */
            otherwise?: string | null;
            /** @description Where the numbers come from: a paper, a board's decision. */
            source: string;
            /**
             * Format: date
             * @description The date of that source.
             */
            sourceDate: string;
            /** @enum {string} */
            unit: "hours" | "days";
        };
        ModelView: {
            /** @description The district's own date, else that of the published list. */
            autoUpdateEndsOn: string | null;
            autoUpdateSource: string | null;
            expectedLifeMonths: number | null;
            id: string;
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            manufacturer: string;
            name: string;
            /** @enum {string} */
            platform: "other" | "chromeos" | "ipados" | "macos" | "windows";
            version: number;
        };
        /** @description A site nearby, for comparison. */
        Neighbour: {
            /** @description In use on the day. */
            devices: number;
            /** @description Allocated, a week. */
            hoursPer100Devices: number | null;
            /** @description As the crow flies. */
            kilometres: number;
            /** @description Expected minutes for each hour: 60 is just enough, more is too much. Null without hours. */
            minutesPerAllocatedHour: number | null;
            minutesPerDeliveredHour: number | null;
            name: string;
            repairsPer100Devices: number | null;
            /** @description Code of the site. */
            site: string;
            /** @enum {string} */
            type: "other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse";
        };
        NewAbsenceBody: {
            /** Format: date */
            fromOn: string;
            /** @enum {string} */
            reason: "sick" | "leave" | "learning" | "other";
            /** Format: uuid */
            technicianId: string;
            /**
             * Format: date
             * @description The last day, included.
             */
            toOn: string;
        };
        NewAccountBody: {
            /** Format: email */
            email: string;
            name?: string;
            password?: string;
            /** @description Regions whose sites are in reach. */
            regions?: string[];
            /** @enum {string} */
            role: "admin" | "its" | "lead" | "liaison" | "technician" | "site_staff" | "vendor";
            /** @description Codes of the sites in reach. */
            sites?: string[];
        };
        NewAllocationModelBody: {
            /** @description For each type that is covered, every number of pupils has one band. */
            bands: components["schemas"]["BandBody"][];
            /** @default [] */
            exclusions: components["schemas"]["ExclusionBody"][];
            /** @default [] */
            extras: components["schemas"]["ExtraBody"][];
            /** @description First school year it was made for, such as `2025-26`. */
            firstYear?: string | null;
            /**
             * @description Whether the district gives what the model recommends.
             * @default false
             */
            gives: boolean;
            key: string;
            lastYear?: string | null;
            name: string;
            /** @default [] */
            options: components["schemas"]["PurchaseOptionBody"][];
            /** @description What a site gets that has and buys none. */
            otherwise?: string | null;
            /** @description Where the numbers come from: a paper, a board's decision. */
            source: string;
            /**
             * Format: date
             * @description The date of that source.
             */
            sourceDate: string;
            /** @enum {string} */
            unit: "hours" | "days";
        };
        NewAssignmentBody: {
            /**
             * Format: date
             * @description The last day, included.
             */
            endsOn: string;
            /**
             * @description Whether a proposal keeps it as it is.
             * @default true
             */
            isFixed: boolean;
            /**
             * Format: uuid
             * @description What it fulfils, where it is bought.
             */
            purchaseId?: string | null;
            /** @description Code of the site. */
            site: string;
            /** Format: date */
            startsOn: string;
            /** Format: uuid */
            technicianId: string;
            /** @description 1 Monday to 7 Sunday. */
            weekday: number;
        };
        NewCartBody: {
            name: string;
            /**
             * Format: uuid
             * @description A room of the same site.
             */
            roomId?: string | null;
        };
        NewCoverBody: {
            /**
             * Format: uuid
             * @description Whose day it is; needed of an absence.
             */
            assignmentId?: string;
            /** @enum {string} */
            kind: "absence" | "urgent" | "project";
            note?: string | null;
            /** Format: date */
            on: string;
            /** @description Code of the site; an absence's is known. */
            site?: string;
            /** Format: uuid */
            technicianId: string;
        };
        NewDeviceBody: {
            /** @description With a write-off. */
            approvalReference?: string;
            assetTag?: string | null;
            cart?: string | null;
            costCents?: number | null;
            /** @enum {string|null} */
            disposalRoute?: "recycle" | "sell" | "donate" | "write_off" | "vendor_swap" | "lease_return" | "trade_in" | "agency_transfer" | "historical" | null;
            /** Format: date */
            dueOn?: string | null;
            /**
             * Format: date
             * @description Calendar date from which the change is true; now where nothing is said.
             */
            effectiveOn?: string;
            /** @description Federal award identification number of a funding source that is named for the first time. */
            fain?: string | null;
            federalSharePercent?: number | null;
            fundingSource?: string | null;
            /** @description External id or address of the person who has it. */
            holder?: string | null;
            imei?: string | null;
            /** Format: date */
            inServiceOn?: string | null;
            /** @enum {string|null} */
            kind?: "desktop" | "laptop" | "ipad" | "chromebook" | "other" | null;
            /** Format: date */
            loanedOn?: string | null;
            mac?: string | null;
            manufacturer?: string | null;
            /**
             * @description With status missing.
             * @enum {string}
             */
            missing?: "lost" | "stolen";
            /** Format: date */
            missingSince?: string;
            model?: string | null;
            /** @description Why; kept beside the event, apart from it. */
            note?: string;
            notes?: string | null;
            oldTag?: string | null;
            policeReportNumber?: string;
            /** Format: date */
            purchasedOn?: string | null;
            purchaseReference?: string | null;
            room?: string | null;
            serialNumber?: string | null;
            /** @description Code or name of the site. */
            site?: string | null;
            /** @enum {string|null} */
            status?: "in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | null;
            /**
             * Format: date
             * @description Calendar date from which the status holds.
             */
            statusOn?: string | null;
            /** @description Prefix of a series of tags: the device gets its next one, when it is saved. */
            tagSeries?: string;
        };
        NewDeviceModelBody: {
            /**
             * Format: date
             * @description Overrules the published list; null returns to it.
             */
            autoUpdateEndsOn?: string | null;
            expectedLifeMonths?: number | null;
            /** @enum {string} */
            kind: "desktop" | "laptop" | "ipad" | "chromebook" | "other";
            manufacturer: string;
            name: string;
            /** @enum {string} */
            platform: "chromeos" | "ipados" | "macos" | "windows" | "other";
        };
        NewFundingBody: {
            /** @description Federal award identification number. */
            fain?: string | null;
            federalSharePercent?: number | null;
            name: string;
            titleHolder?: string | null;
        };
        NewPersonBody: {
            /** Format: email */
            email?: string | null;
            /** @description What the student information system calls them by. */
            externalId: string;
            familyName?: string | null;
            givenName?: string | null;
            grade?: string | null;
            /**
             * Format: date
             * @description The first day on which they are no longer of the district.
             */
            leftOn?: string | null;
            /** @enum {string} */
            role: "student" | "staff" | "guardian" | "other";
            /** @description Code of the site they belong to. */
            site?: string | null;
        };
        NewPurchaseBody: {
            /** @description The account that is charged, as the district's finance system writes it. */
            accountString?: string | null;
            /** @description Hours or days a week, in the unit of the model; or say `fullTime`. */
            amount?: number;
            /** @description A full-time technician: 5 days or 40 hours a week. */
            fullTime?: boolean;
            /** @description Key of the model whose prices count. */
            model: string;
            note?: string | null;
            /** @description Key of an option of the model, such as `full-year`. */
            option: string;
            /** @enum {string} */
            payer: "site" | "categorical" | "gift";
            /** @description Which fund, or who gives; needed of a gift. */
            payerName?: string | null;
            /** @description Such as `2025-26`. */
            schoolYear: string;
            /** @description Code of the site or office. */
            site: string;
            /** @description Version of the model; the latest where nothing is said. */
            version?: number;
        };
        NewReplacementBody: {
            /**
             * Format: date
             * @description The date of that source.
             */
            asOf: string;
            /** @enum {string} */
            kind: "desktop" | "laptop" | "ipad" | "chromebook" | "other";
            /** @description Months from the in-service date to replacement. */
            lifeMonths?: number | null;
            /**
             * Format: uuid
             * @description A model of that kind; every model without a setting of its own where nothing is said.
             */
            modelId?: string | null;
            /** @description Price of a replacement, in cents. */
            priceCents?: number | null;
            /** @description Where the numbers come from: a quote, a contract, a policy. */
            source: string;
        };
        NewReportBody: {
            /** @description What is attached to the letters. */
            formats?: ("csv" | "xlsx" | "pdf")[];
            /** @description One of `GET /reports/kinds`. */
            kind: string;
            name?: string;
            /** @description What the kind of report may be told; days may be words such as `schoolYearStart`. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description E-mail addresses. */
            recipients?: string[];
            /** @description Null ends the schedule. */
            schedule?: components["schemas"]["ScheduleBody"] | null;
        };
        NewRoomBody: {
            name: string;
        };
        NewSiteBody: {
            charter?: boolean;
            city?: string | null;
            /**
             * Format: date
             * @description The first day on which it is closed; null opens it again.
             */
            closedOn?: string | null;
            code: string;
            /** @description Such as `K–5`; any dash will do. */
            gradeSpan?: string | null;
            /** @description Degrees, north positive. */
            latitude?: number | null;
            /** @description Degrees, east positive. */
            longitude?: number | null;
            name: string;
            /** Format: date */
            openedOn?: string | null;
            postalCode?: string | null;
            region?: string | null;
            /**
             * Format: date
             * @description From when the region counts: today, or the opening for a site that never had one.
             */
            regionFrom?: string;
            /** @description Whether the district's technicians support it. */
            served?: boolean;
            state?: string | null;
            street?: string | null;
            /**
             * @description Follows from the grade span where it is left out.
             * @enum {string}
             */
            type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
        };
        NewSweepBody: {
            /** @description Name of a cart of it, to be counted in one go. */
            cart?: string;
            name?: string;
            /** @description Name of a room of it; the whole site where neither room nor cart is said. */
            room?: string;
            /** @description Code of the site. */
            site: string;
        };
        NewTagRangeBody: {
            count: number;
        };
        NewTagSeriesBody: {
            digits: number;
            /** @description Its first number; after the highest that a device has where nothing is said. */
            from?: number;
            /** @description What every tag of it begins with, such as `IUSD-`; may be empty. */
            prefix: string;
        };
        NewTechnicianBody: {
            /**
             * Format: uuid
             * @description What they sign in by.
             */
            accountId?: string | null;
            /**
             * Format: date
             * @description The last day; null while they stay.
             */
            endsOn?: string | null;
            /** @description Code of the site where their day begins and ends. */
            homeSite: string;
            languages?: string[];
            name: string;
            skills?: string[];
            /** Format: date */
            startsOn: string;
            /** @description 1 Monday to 7 Sunday; Monday to Friday where nothing is said. */
            weekdays?: number[];
        };
        NewTimeEntryBody: {
            /** Format: date-time */
            endsAt: string;
            /**
             * Format: uuid
             * @description UUIDv7, made on the phone: sent again, it changes nothing.
             */
            id?: string;
            note?: string | null;
            /** @description Code of the site; none for travel, projects and learning. */
            site?: string | null;
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: uuid
             * @description Whose time it is; the caller's own where nothing is said.
             */
            technicianId?: string;
            /** @description Key of a kind of work, of `GET /work-kinds`. */
            work: string;
        };
        NewTokenBody: {
            /**
             * Format: date-time
             * @description Instant at which it ends; a year from now where nothing is said.
             */
            expiresAt?: string;
            name: string;
            /** @description Limits the token to these permissions of the account's role. */
            scopes?: ("accounts:edit" | "sites:read" | "sites:edit" | "places:edit" | "counts:read" | "devices:read" | "devices:edit" | "devices:admin" | "people:read" | "people:edit" | "settings:edit" | "imports:run" | "jobs:read" | "reports:edit" | "allocation:edit" | "support:request" | "time:report" | "time:approve")[];
        };
        NewWorkKindBody: {
            /**
             * @description Not for a site: like travel, projects and learning.
             * @default false
             */
            isAside: boolean;
            key: string;
            name: string;
        };
        /** @description Why a site has no recommendation. */
        NotCovered: {
            /** @enum {string} */
            code: "NOT_SERVED" | "TYPE_EXCLUDED" | "NO_PUPILS";
            detail: string;
        };
        /** @description A device that closing did not move to where it was found, and why. */
        NotMoved: {
            detail: string;
            deviceId: string;
        };
        /** @description What is not in the figures, since nobody records it. */
        NotRecorded: {
            detail: string;
            /** @enum {string} */
            what: "repairs" | "requests" | "claims" | "enrollment_work";
        };
        /** @description What the recommended amount costs under an option; null where the model prints no price for it. */
        OptionCost: {
            cents: number | null;
            option: string;
        };
        /** @description An output without its rows. */
        OutputView: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description The instant of the schedule that it was made for; null where somebody asked for it.
             */
            dueAt: string | null;
            id: string;
            jobId: string | null;
            /** Format: date-time */
            knownAt: string | null;
            /** Format: date-time */
            madeAt: string | null;
            problem: string | null;
            reportId: string;
            rows: number | null;
            /** @enum {string} */
            state: "failed" | "cancelled" | "making" | "made";
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfAbsenceView: {
            items: components["schemas"]["AbsenceView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfAccountView: {
            items: components["schemas"]["AccountView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfAssignmentView: {
            items: components["schemas"]["AssignmentView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfCartView: {
            items: components["schemas"]["CartView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfChangeSetEvent: {
            items: components["schemas"]["ChangeSetEvent"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfConflictView: {
            items: components["schemas"]["ConflictView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfCoverView: {
            items: components["schemas"]["CoverView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfDeparture: {
            items: components["schemas"]["Departure"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfDeviceView: {
            items: components["schemas"]["DeviceView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfDueRoom: {
            items: components["schemas"]["DueRoom"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfEntitlementView: {
            items: components["schemas"]["EntitlementView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfEventView: {
            items: components["schemas"]["EventView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfFundingView: {
            items: components["schemas"]["FundingView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfHole: {
            items: components["schemas"]["Hole"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfImportRowView: {
            items: components["schemas"]["ImportRowView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfImportView: {
            items: components["schemas"]["ImportView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfLoanView: {
            items: components["schemas"]["LoanView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfModelLine: {
            items: components["schemas"]["ModelLine"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfModelView: {
            items: components["schemas"]["ModelView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfOutputView: {
            items: components["schemas"]["OutputView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfPersonView: {
            items: components["schemas"]["PersonView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfPupilsView: {
            items: components["schemas"]["PupilsView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfPurchaseView: {
            items: components["schemas"]["PurchaseView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfRoomView: {
            items: components["schemas"]["RoomView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfSavedReportView: {
            items: components["schemas"]["SavedReportView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfScanView: {
            items: components["schemas"]["ScanView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfSightingView: {
            items: components["schemas"]["SightingView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfSiteView: {
            items: components["schemas"]["SiteView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfSweepFindingView: {
            items: components["schemas"]["SweepFindingView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfSweepView: {
            items: components["schemas"]["SweepView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfTagRangeView: {
            items: components["schemas"]["TagRangeView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfTagSeriesView: {
            items: components["schemas"]["TagSeriesView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfTechnicianView: {
            items: components["schemas"]["TechnicianView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfTimeEntryView: {
            items: components["schemas"]["TimeEntryView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfTokenView: {
            items: components["schemas"]["TokenView"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfUnknownCode: {
            items: components["schemas"]["UnknownCode"][];
            nextCursor: string | null;
        };
        /** @description One page of any list; `nextCursor` is null on the last. */
        PageOfWorkKind: {
            items: components["schemas"]["WorkKind"][];
            nextCursor: string | null;
        };
        PayerAmount: {
            amount: number;
            /** @enum {string} */
            payer: "site" | "categorical" | "gift";
        };
        PersonChangeBody: {
            /** Format: email */
            email?: string | null;
            externalId?: string;
            familyName?: string | null;
            givenName?: string | null;
            grade?: string | null;
            /**
             * Format: date
             * @description The first day on which they are no longer of the district.
             */
            leftOn?: string | null;
            /** @enum {string} */
            role?: "student" | "staff" | "guardian" | "other";
            /** @description Code of the site they belong to. */
            site?: string | null;
        };
        /** @description Somebody as the API shows them. */
        PersonView: {
            /** Format: date-time */
            createdAt: string;
            /** @description Lower case. */
            email: string | null;
            /** @description What the student information system calls them by; it stays when the name is forgotten. */
            externalId: string;
            familyName: string | null;
            givenName: string | null;
            grade: string | null;
            id: string;
            /** @description The first day on which they are no longer of the district. */
            leftOn: string | null;
            /**
             * Format: date-time
             * @description Since when name and address are gone for good.
             */
            redactedAt: string | null;
            /** @enum {string} */
            role: "other" | "student" | "staff" | "guardian";
            /** @description Names of fields that a person gave; files never overwrite them. */
            setByPerson: string[];
            /** @description Code of their site. */
            site: string | null;
            siteId: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        PlanComparison: {
            scenarios: components["schemas"]["ScenarioResult"][];
            sites: components["schemas"]["ComparedSite"][];
            /** @enum {string} */
            unit: "days" | "hours";
        };
        /** @description The technicians at home at a plan's sites on some day of its school year, against what it recommends. */
        PlanTechnicians: {
            count: number;
            /** @description Five days a week are one. */
            fullTimeEquivalents: number;
            /** @description Full-time technicians that the recommendation takes beyond those there are; below 0 there are more. */
            gap: number;
        };
        /** @description Sums over the sites of a plan. */
        PlanTotals: {
            /** @description A cost is null where one of the sites has none. */
            costs: components["schemas"]["OptionCost"][];
            covered: number;
            /** @description Null where nobody has reported time this school year. */
            delivered: number | null;
            entitled: number;
            extrasCents: number;
            /** @description Technicians of a full week that the recommendation takes. */
            fullTimeEquivalents: number;
            notCovered: number;
            over: number;
            purchased: number;
            purchasedBy: components["schemas"]["PayerAmount"][];
            purchasedForPart: number;
            recommended: number;
            requested: number;
            /** @description Of the sites that lack some; what others have beyond makes up for nothing. */
            shortfall: number;
            sites: number;
        };
        PriceBody: {
            /** @description Hours or days a week. */
            amount: number;
            /** @description For the whole option. */
            cents: number;
        };
        /** @description RFC 9457, as every error of the API is answered. */
        Problem: {
            code: string;
            detail: string;
            errors: components["schemas"]["FieldError"][];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        ProposalBody: {
            /** @description Such as `2025-26`. */
            schoolYear: string;
        };
        /** @description Somebody in reserve who could go. */
        ProposedCover: {
            assignmentId: string;
            coveredBy: string;
            /** @description One way, as the crow flies; null where an end is not known. */
            kilometres: number | null;
            site: string;
            siteName: string;
            /** @description Who is away. */
            technician: string;
            technicianId: string;
        };
        PupilsBody: {
            pupils: number;
        };
        /** @description A number of pupils that was given once; of those of one year, the highest revision stands. */
        PupilsView: {
            pupils: number;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string | null;
            revision: number;
            /** @description Such as `2025-26`. */
            schoolYear: string;
            /** @enum {string} */
            source: "import" | "person";
        };
        PurchaseDetail: {
            accountString: string | null;
            /** @description Hours or days a week. */
            amount: number;
            /** Format: date-time */
            createdAt: string;
            endsOn: string;
            id: string;
            model: string;
            modelVersion: number;
            note: string | null;
            option: string;
            optionName: string;
            /** @enum {string} */
            payer: "site" | "categorical" | "gift";
            payerName: string | null;
            /** @description Integer cents, at the price of when it was asked for. */
            priceCents: number;
            schoolYear: string;
            /** @description Code of the site or office. */
            site: string;
            siteId: string;
            siteName: string;
            /** @description First and last day, included. */
            startsOn: string;
            /** @enum {string} */
            state: "cancelled" | "draft" | "submitted" | "approved" | "encumbered";
            /** @description Oldest first. */
            steps: components["schemas"]["PurchaseStepView"][];
            /** @enum {string} */
            unit: "days" | "hours";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description A draft, said anew. */
        PurchaseDraftBody: {
            /** @description The account that is charged, as the district's finance system writes it. */
            accountString?: string | null;
            /** @description Hours or days a week, in the unit of the model; or say `fullTime`. */
            amount?: number;
            /** @description A full-time technician: 5 days or 40 hours a week. */
            fullTime?: boolean;
            /** @description Key of the model whose prices count. */
            model: string;
            note?: string | null;
            /** @description Key of an option of the model, such as `full-year`. */
            option: string;
            /** @enum {string} */
            payer: "site" | "categorical" | "gift";
            /** @description Which fund, or who gives; needed of a gift. */
            payerName?: string | null;
            /** @description Version of the model; the latest where nothing is said. */
            version?: number;
        };
        /** @description A time of the school year for which help may be bought, with prices as they are printed. */
        PurchaseOption: {
            /** @description First and last day as `MM-DD`; a school year runs from 1 July to 30 June. */
            from: string;
            key: string;
            name: string;
            /** @description Integer cents for so many hours or days a week over the whole option. */
            prices: {
                amount: number;
                cents: number;
            }[];
            to: string;
        };
        PurchaseOptionBody: {
            /** @description Such as `07-17`. */
            from: string;
            key: string;
            name: string;
            /** @description Integer cents for so many hours or days a week over the whole option. */
            prices: components["schemas"]["PriceBody"][];
            to: string;
        };
        PurchaseStepBody: {
            /** @description The account that is charged; needed to encumber where the request does not say it. */
            accountString?: string;
            /** @description Why; needed where something is given back, or cancelled after it was approved. */
            note?: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "encumbered" | "cancelled";
        };
        /** @description What was done to a purchase. */
        PurchaseStepView: {
            note: string | null;
            priceCents: number;
            /** @enum {string} */
            state: "cancelled" | "draft" | "submitted" | "approved" | "encumbered";
            /** Format: date-time */
            takenAt: string;
            /** @description Account; null for the system. */
            takenBy: string | null;
            /** @description Name or address of the account. */
            takenByName: string | null;
            version: number;
        };
        /** @description Help that a site asks for and pays. */
        PurchaseView: {
            accountString: string | null;
            /** @description Hours or days a week. */
            amount: number;
            /** Format: date-time */
            createdAt: string;
            endsOn: string;
            id: string;
            model: string;
            modelVersion: number;
            note: string | null;
            option: string;
            optionName: string;
            /** @enum {string} */
            payer: "site" | "categorical" | "gift";
            payerName: string | null;
            /** @description Integer cents, at the price of when it was asked for. */
            priceCents: number;
            schoolYear: string;
            /** @description Code of the site or office. */
            site: string;
            siteId: string;
            siteName: string;
            /** @description First and last day, included. */
            startsOn: string;
            /** @enum {string} */
            state: "cancelled" | "draft" | "submitted" | "approved" | "encumbered";
            /** @enum {string} */
            unit: "days" | "hours";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description How the queue is, for whoever runs Rollcall. */
        QueueStatus: {
            message?: string;
            /** @enum {string} */
            status: "up" | "down";
        };
        /** @description Each component with what is wrong with it. */
        Readiness: {
            details: {
                queue: components["schemas"]["QueueStatus"];
            } & {
                [key: string]: {
                    /** @enum {string} */
                    status: "up" | "degraded" | "down";
                } & {
                    [key: string]: unknown;
                };
            };
            error?: {
                [key: string]: {
                    /** @enum {string} */
                    status: "up" | "degraded" | "down";
                } & {
                    [key: string]: unknown;
                };
            };
            info?: {
                [key: string]: {
                    /** @enum {string} */
                    status: "up" | "degraded" | "down";
                } & {
                    [key: string]: unknown;
                };
            };
            /** @enum {string} */
            status: "error" | "ok" | "degraded" | "shutting_down";
        };
        ReplacementChangeBody: {
            /** Format: date */
            asOf?: string;
            /** @description Months from the in-service date to replacement. */
            lifeMonths?: number | null;
            /** @description Price of a replacement, in cents. */
            priceCents?: number | null;
            source?: string;
        };
        /** @description How long a kind or a model lasts and what its replacement costs. */
        ReplacementSetting: {
            /** @description Calendar date of that source. */
            asOf: string;
            id: string;
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            lifeMonths: number | null;
            /** @description Maker and name; null where it is for a whole kind. */
            model: string | null;
            modelId: string | null;
            /** @description Integer cents. */
            priceCents: number | null;
            /** @description Where the numbers come from. */
            source: string;
            version: number;
        };
        ReportChangeBody: {
            /** @description What is attached to the letters. */
            formats?: ("csv" | "xlsx" | "pdf")[];
            name?: string;
            /** @description What the kind of report may be told; days may be words such as `schoolYearStart`. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description E-mail addresses. */
            recipients?: string[];
            /** @description Null ends the schedule. */
            schedule?: components["schemas"]["ScheduleBody"] | null;
        };
        /** @description A column of a report. */
        ReportColumn: {
            header: string;
            /** @description Rows of two outputs are the same row where all their keys are. */
            isKey?: boolean;
            /** @description In files only: paper has no room for it. */
            isOffPaper?: boolean;
            /** @description What asks for this column, such as `2 CFR 200.313(d)(1)`. */
            source?: string;
            /** @enum {string} */
            type: "number" | "boolean" | "text" | "integer" | "cents" | "date" | "instant";
        };
        ReportKindView: {
            about: string;
            kind: string;
            title: string;
        };
        /** @description A report as JSON: head, and rows as arrays in the order of its columns. */
        ReportTable: {
            /** @description Calendar date in the district's time zone that the numbers stand for. */
            asOf: string;
            chart: components["schemas"]["Chart"] | null;
            columns: components["schemas"]["ReportColumn"][];
            /** @description False where there are more rows than are shown; an export has them all. */
            isWhole: boolean;
            kind: string;
            /** Format: date-time */
            knownAt: string;
            /** @description Assumptions, sources, and what is left out; in the order in which they are to be read. */
            notes: string[];
            /** @description What it was made with, dates resolved. */
            parameters: {
                [key: string]: unknown;
            };
            rows: unknown[][];
            title: string;
        };
        ResolutionBody: {
            /**
             * @description `apply`: the scan is right, whatever others did. `dismiss`: the register is.
             * @enum {string}
             */
            decision: "apply" | "dismiss";
            /**
             * Format: uuid
             * @description For a code that several devices have: the one that is meant.
             */
            deviceId?: string;
            note?: string;
        };
        RoomChangeBody: {
            /**
             * Format: date
             * @description The first day on which it is no longer used; null opens it again.
             */
            closedOn?: string | null;
            name?: string;
        };
        RoomView: {
            closedOn: string | null;
            id: string;
            name: string;
            siteId: string;
            version: number;
        };
        /**
         * @description Something that Rollcall did with a row although the file did not literally ask for it: a value it read as another,
         *     replaced, made or kept. A note never refuses a row.
         */
        RowNote: {
            /** @description Stable, upper snake case; the plan counts rows by it. */
            code: string;
            /** @description The field that it is about; the engine puts the file's own header in its place. */
            column: string | null;
            /** @description What the file says, what Rollcall did instead, and how to get something else. */
            detail: string;
        };
        /** @description Something wrong with a row: in which column, what, and what to do. */
        RowProblem: {
            code: string;
            column: string | null;
            detail: string;
        };
        SavedReportView: {
            formats: ("csv" | "xlsx" | "pdf")[];
            id: string;
            kind: string;
            name: string;
            /** Format: date-time */
            nextRunAt: string | null;
            ownerId: string;
            parameters: {
                [key: string]: unknown;
            };
            /** @description E-mail addresses. */
            recipients: string[];
            /** @description In the district's time zone; null where it is made only when asked for. */
            schedule: components["schemas"]["Schedule"] | null;
            version: number;
        };
        ScanBatchBody: {
            /** @description In the order in which they were scanned. */
            scans: {
                [key: string]: unknown;
            }[];
            /**
             * Format: date-time
             * @description When the batch left the phone, by its clock: how far that is off is left out of every scan.
             */
            sentAt?: string;
        };
        /** @description What became of one scan of a batch. */
        ScanResult: {
            code?: string;
            detail?: string;
            deviceId?: string;
            id?: string;
            index: number;
            /**
             * @description `duplicate` where the scan was here before: what became of it then is `was`.
             * @enum {string}
             */
            outcome: "conflict" | "unknown" | "refused" | "duplicate" | "applied";
            /** @description Version of the device after the scan, for the journal to build on. */
            version?: number;
            /** @enum {string} */
            was?: "conflict" | "unknown" | "refused" | "applied" | "dismissed";
        };
        /** @description One scan of the caller's, as the server has it. */
        ScanView: {
            action: string;
            code: string;
            detail: string | null;
            deviceId: string | null;
            id: string;
            /** @enum {string} */
            outcome: "conflict" | "unknown" | "refused" | "applied" | "dismissed";
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            scannedAt: string;
            /** @description Code of the site. */
            site: string | null;
        };
        /** @description One of the plans that are put side by side. */
        ScenarioBody: {
            /** @description Tried out in place of the model's; nothing is kept. */
            bands?: components["schemas"]["BandBody"][];
            /** @description Key of a model. */
            model: string;
            /** @description What it is called in the answer; the model's name and the school year where nothing is said. */
            name?: string;
            schoolYear: string;
            version?: number;
        };
        /** @description One plan of a comparison, without its sites. */
        ScenarioResult: {
            model: string;
            modelVersion: number;
            name: string;
            schoolYear: string;
            totals: components["schemas"]["PlanTotals"];
            /**
             * @description Of its totals; the sites of a comparison are all in the comparison's unit.
             * @enum {string}
             */
            unit: "days" | "hours";
        };
        /** @description When a report is made, in the district's time zone. */
        Schedule: {
            /** @description `06:30`. */
            at: string;
            /** @description 1 to 31; of `month`. A month that is shorter has it on its last day. */
            day?: number;
            /** @enum {string} */
            every: "week" | "month" | "day";
            /** @description 1 Monday to 7 Sunday; of `week`. */
            weekday?: number;
        };
        ScheduleBody: {
            /** @description Such as `06:30`, in the district's time zone. */
            at: string;
            /** @description 1 to 31; of `month`. A month that is shorter has it on its last day. */
            day?: number;
            /** @enum {string} */
            every: "day" | "week" | "month";
            /** @description 1 Monday to 7 Sunday; of `week`. */
            weekday?: number;
        };
        SendBody: {
            /** @description E-mail addresses. */
            recipients: string[];
        };
        Series: {
            from: string;
            /** @enum {string} */
            interval: "schoolYear" | "week" | "year" | "quarter" | "month" | "day";
            /** Format: date-time */
            knownAt: string;
            /** @description One for each period that ends, and the last day: the counts at the end of it. */
            points: components["schemas"]["SeriesPoint"][];
            /** @description Statuses that are counted here. */
            statuses: string[];
            to: string;
        };
        SeriesPoint: {
            groups: {
                count: number;
                fundingSource?: string | null;
                kind?: string | null;
                model?: string | null;
                region?: string | null;
                site?: string | null;
                status?: string | null;
            }[];
            /** @description Calendar date at whose end this was so. */
            on: string;
            total: number;
        };
        /** @description Who is signed in, and what they reach. */
        SessionView: {
            accountId: string | null;
            district: {
                name: string;
                slug: string;
            };
            email: string | null;
            name: string | null;
            permissions: ("accounts:edit" | "sites:read" | "sites:edit" | "places:edit" | "counts:read" | "devices:read" | "devices:edit" | "devices:admin" | "people:read" | "people:edit" | "settings:edit" | "imports:run" | "jobs:read" | "reports:edit" | "allocation:edit" | "support:request" | "time:report" | "time:approve")[];
            /** @enum {string} */
            role: "admin" | "its" | "lead" | "liaison" | "technician" | "site_staff" | "vendor";
            /** @description Ids of sites, or `all`. */
            sites: string[] | "all";
            timeZone: string;
        };
        /** @description Time that is planned for a kind of work that is not for a site. */
        SetAside: {
            /** @description Of each full-time technician. */
            hoursAWeek: number;
            /** @description Key of such a kind of work. */
            work: string;
        };
        SetAsideBody: {
            /** @description Of each full-time technician. */
            hoursAWeek: number;
            /** @description Key of a kind of work that is not for a site. */
            work: string;
        };
        SetupAccountBody: {
            /** Format: email */
            email: string;
            name?: string;
            /** @description At least twelve characters. */
            password: string;
        };
        SetupBody: {
            account: components["schemas"]["SetupAccountBody"];
            district: components["schemas"]["SetupDistrictBody"];
        };
        SetupDistrictBody: {
            name: string;
            /** @description Lower case letters, digits and hyphens. */
            slug: string;
            /** @description IANA name, such as America/Los_Angeles. */
            timeZone: string;
        };
        SightingBody: {
            /** @description Any code of the device. */
            code: string;
            /** @enum {string} */
            condition?: "good" | "fair" | "poor" | "broken";
            /**
             * Format: uuid
             * @description UUID of your making; the same one again changes nothing.
             */
            id?: string;
            inUse?: boolean;
            /**
             * Format: date-time
             * @description Now where nothing is said.
             */
            seenAt?: string;
            /** @description Code of the site where it was seen; where it belongs if nothing is said. */
            site?: string;
        };
        /** @description What became of each, in the order in which they came. */
        SightingResult: {
            code?: string;
            detail?: string;
            deviceId?: string;
            index: number;
            /** @enum {string} */
            outcome: "unknown" | "refused" | "recorded" | "duplicate";
        };
        SightingsBody: {
            sightings: components["schemas"]["SightingBody"][];
        };
        SightingView: {
            /** @enum {string|null} */
            condition: "good" | "fair" | "poor" | "broken" | null;
            id: string;
            inUse: boolean | null;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            seenAt: string;
            seenBy: string | null;
            site: string;
        };
        SignInBody: {
            /** @description Slug; only needed where the address has accounts in several districts. */
            district?: string;
            /** Format: email */
            email: string;
            password: string;
        };
        /** @description How old a site's devices in use are, today. */
        SiteAge: {
            /** @description Devices whose automatic updates have ended. */
            pastAutoUpdate: number;
            /** @description Years in service, on average of those whose age is known; null where none is. */
            years: number | null;
        };
        SiteChangeBody: {
            charter?: boolean;
            city?: string | null;
            /**
             * Format: date
             * @description The first day on which it is closed; null opens it again.
             */
            closedOn?: string | null;
            code?: string;
            /** @description Such as `K–5`; any dash will do. */
            gradeSpan?: string | null;
            /** @description Degrees, north positive. */
            latitude?: number | null;
            /** @description Degrees, east positive. */
            longitude?: number | null;
            name?: string;
            /** Format: date */
            openedOn?: string | null;
            postalCode?: string | null;
            region?: string | null;
            /**
             * Format: date
             * @description From when the region counts: today, or the opening for a site that never had one.
             */
            regionFrom?: string;
            /** @description Whether the district's technicians support it. */
            served?: boolean;
            state?: string | null;
            street?: string | null;
            /**
             * Format: uuid
             * @description The open site it merges into; needs `closedOn` unless it is closed already.
             */
            successorId?: string | null;
            /** @enum {string} */
            type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
        };
        /** @description What a site was given of what was due to it. */
        SiteDelivered: {
            approvedHours: number;
            /** @description Entitled and purchased, in hours a week. */
            due: number;
            hours: number;
            name: string;
            /** @description Hours missing in those weeks, all together. */
            short: number;
            /** @description Code of the site. */
            site: string;
            weeks: components["schemas"]["SiteWeek"][];
            /** @description Weeks in which it had less than was due. */
            weeksShort: number;
        };
        /** @description One site with what its list does not show. */
        SiteDetail: {
            charter: boolean;
            city: string | null;
            closedOn: string | null;
            code: string;
            /** Format: date-time */
            createdAt: string;
            gradeSpan: string | null;
            id: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            openedOn: string | null;
            postalCode: string | null;
            /** @description Pupils of `schoolYear`; null where nobody has given a number. */
            pupils: number | null;
            region: string | null;
            /** @description Latest first. */
            regions: {
                fromOn: string;
                region: string;
                toOn: string | null;
            }[];
            /** @description Such as `2025-26`; null where there is no number at all. */
            schoolYear: string | null;
            served: boolean;
            /** @description Names of fields that files never overwrite. */
            setByPerson: string[];
            state: string | null;
            street: string | null;
            successorId: string | null;
            /** @enum {string} */
            type: "other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description What the devices of a site ask for in support, against what the site is given. */
        SiteLoad: {
            /** @description Null for a day that is over: the register knows today's. */
            age: components["schemas"]["SiteAge"] | null;
            /** @description Entitled and purchased for the year; a week. */
            allocatedHours: number;
            /** @description A week, as technicians reported; null where nobody has this school year. */
            deliveredHours: number | null;
            /** @description In use on the day. */
            devices: number;
            devicesByKind: {
                count: number;
                /** @enum {string} */
                kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            }[];
            /** @description By kind and work. */
            expected: components["schemas"]["ExpectedWork"][];
            /** @description A year. */
            expectedMinutes: number;
            /** @description Of those, bought by others for the site. */
            giftHours: number;
            /** @description Allocated, a week. */
            hoursPer100Devices: number | null;
            /** @description Fewer than 50 devices: its figures are shown, and not ranked. */
            isSmall: boolean;
            /** @description Expected minutes for each hour: 60 is just enough, more is too much. Null without hours. */
            minutesPerAllocatedHour: number | null;
            minutesPerDeliveredHour: number | null;
            /** @description A year; null without pupils. */
            minutesPerPupil: number | null;
            name: string;
            /** @description Devices in repair; null where the district shows no sign of repairs. */
            openRepairs: number | null;
            pupils: number | null;
            region: string | null;
            /** @description Begun in the year before; null where the district recorded none at all. */
            repairsAYear: number | null;
            repairsPer100Devices: number | null;
            /** @description Code of the site. */
            site: string;
            siteId: string;
            /** @enum {string} */
            type: "other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse";
            /** @description For those; null where no weight says how long a repair takes. */
            waitingMinutes: number | null;
        };
        /** @description One site of a plan. Amounts are a week, in the plan's unit. */
        SitePlan: {
            costs: components["schemas"]["OptionCost"][];
            /** @description Reported by technicians, on average of the weeks that are over and in which anybody did; null where nobody has this school year. */
            delivered: number | null;
            /** @description What the district gives; null where nothing is given and nothing is said. */
            entitled: number | null;
            /** @description Stipends and the like, integer cents. */
            extrasCents: number;
            name: string;
            notCovered: components["schemas"]["NotCovered"] | null;
            /** @description What a site has beyond the recommendation. */
            over: number | null;
            pupils: number | null;
            /** @description Approved and for most of the school year. */
            purchased: number;
            purchasedBy: components["schemas"]["PayerAmount"][];
            /** @description Approved, for a part of the school year only, such as the summer: it makes up for no shortfall. */
            purchasedForPart: number;
            /** @description Null where the model says nothing of this site: see `notCovered`. */
            recommended: number | null;
            region: string | null;
            /** @description Submitted and not yet decided. */
            requested: number;
            /** @description What is missing to the recommendation, 0 at the least; null where there is none. */
            shortfall: number | null;
            /** @description Code of the site. */
            site: string;
            siteId: string;
            /** @enum {string} */
            type: "other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse";
        };
        /** @description What a principal asks: who comes and when, what was delivered, what waits, and how that compares. */
        SiteSupport: {
            asOf: string;
            /** @description Of the last four weeks that are over; null where nothing was due and nobody came. */
            delivered: components["schemas"]["SiteDelivered"] | null;
            load: components["schemas"]["SiteLoad"];
            /** @description Key of the model; `none` where none is in force. */
            model: string;
            /** @description Of the last twelve months. */
            months: components["schemas"]["LoadMonth"][];
            /** @description The nearest in reach, small ones apart; empty where the site has no coordinates. */
            neighbours: components["schemas"]["Neighbour"][];
            notRecorded: components["schemas"]["NotRecorded"][];
            /** @description Asked for and not decided. */
            requests: components["schemas"]["PurchaseView"][];
            schoolYear: string;
            /** @description Who holds an assignment here on the day. */
            technicians: components["schemas"]["SiteTechnician"][];
        };
        /** @description Somebody who comes to the site, and on which days. */
        SiteTechnician: {
            /** @description By weekday, 1 Monday to 7 Sunday; first and last day of what is agreed, included. */
            days: {
                endsOn: string;
                startsOn: string;
                weekday: number;
            }[];
            technician: string;
            technicianId: string;
        };
        /** @description A site as the API shows it. */
        SiteView: {
            charter: boolean;
            city: string | null;
            closedOn: string | null;
            code: string;
            /** Format: date-time */
            createdAt: string;
            gradeSpan: string | null;
            id: string;
            latitude: number | null;
            longitude: number | null;
            name: string;
            openedOn: string | null;
            postalCode: string | null;
            /** @description Pupils of `schoolYear`; null where nobody has given a number. */
            pupils: number | null;
            region: string | null;
            /** @description Such as `2025-26`; null where there is no number at all. */
            schoolYear: string | null;
            served: boolean;
            /** @description Names of fields that files never overwrite. */
            setByPerson: string[];
            state: string | null;
            street: string | null;
            successorId: string | null;
            /** @enum {string} */
            type: "other" | "elementary" | "k8" | "middle" | "high" | "span" | "preschool" | "office" | "warehouse";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description Hours of one week. */
        SiteWeek: {
            approvedHours: number;
            hours: number;
            /** @description Missing to what was due, 0 at the least. */
            short: number;
            /** @description Its Monday. */
            week: string;
        };
        /** @description What the devices of each site in reach ask for in support, against what it is given. */
        SupportLoad: {
            asOf: string;
            /** Format: date-time */
            knownAt: string;
            /** @description Key of the model by which sites are entitled; `none` where none is named and none is in force. */
            model: string;
            modelVersion: number;
            notRecorded: components["schemas"]["NotRecorded"][];
            schoolYear: string;
            /** @description The most loaded first; small ones last. */
            sites: components["schemas"]["SiteLoad"][];
            totals: components["schemas"]["LoadTotals"];
            /** @description Expected minutes are those of a year; a week is a part of so many. */
            weeksAYear: number;
            /** @description Version of the weights; 0 for those that Rollcall begins with. */
            weightsVersion: number;
        };
        SweepClosingBody: {
            /** @description Whether what stands elsewhere than expected is moved to where it was found. */
            moves: boolean;
            note?: string;
        };
        /** @description One sweep, with how many of what were found. */
        SweepDetail: {
            /** Format: date-time */
            begunAt: string;
            begunBy: string;
            cart: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            expected: number;
            found: {
                misplaced: number;
                missing: number;
                retired: number;
                unknown: number;
                verified: number;
            };
            id: string;
            /** @description Scans that came after it was closed, and are in none of the numbers. */
            late: number;
            name: string;
            note: string | null;
            /** @description Without a room and a cart it is of the whole site. */
            room: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @description Accounts that scanned for it. */
            technicians: string[];
        };
        SweepFindingView: {
            code: string | null;
            deviceId: string | null;
            expectedRoom: string | null;
            foundRoom: string | null;
            key: string;
            model: string | null;
            /** @enum {string} */
            result: "unknown" | "retired" | "missing" | "verified" | "misplaced";
            /** Format: date-time */
            seenAt: string | null;
            seenBy: string | null;
            status: string | null;
        };
        /** @description A sweep as lists show it. */
        SweepView: {
            /** Format: date-time */
            begunAt: string;
            begunBy: string;
            cart: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            id: string;
            name: string;
            note: string | null;
            /** @description Without a room and a cart it is of the whole site. */
            room: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
        };
        /** @description How the bytes of one upload are to be read: guessed first, then shown to the person, who may change it. */
        TableReading: {
            /** @enum {string} */
            delimiter?: "," | ";" | "\t" | "|";
            /** @description Any name that iconv-lite knows; the guess is one of utf-8, utf-16le, utf-16be, windows-1252, macintosh. */
            encoding: string;
            /** @enum {string} */
            format: "csv" | "xlsx" | "tsv";
            /** @description Row of the header as a spreadsheet shows it, from 1. Nought: there is no header, columns are "Column 1" and so on. */
            headerRow: number;
            sheet?: string;
        };
        /** @description Something the person should see before the import goes on; it refuses nothing. */
        TableWarning: {
            code: string;
            /** @description The header of the column that it is about. */
            column?: string;
            detail: string;
        };
        /** @description Tags that were handed out together. */
        TagRangeView: {
            count: number;
            /** Format: date-time */
            createdAt: string;
            first: string;
            id: string;
            last: string;
        };
        /** @description Tags with one prefix, as the API shows them. */
        TagSeriesView: {
            /** @description Digits after the prefix. */
            digits: number;
            id: string;
            /** @description The tag that is likely to be handed out next. */
            next: string;
            prefix: string;
        };
        TechnicianChangeBody: {
            /**
             * Format: uuid
             * @description What they sign in by.
             */
            accountId?: string | null;
            /**
             * Format: date
             * @description The last day; null while they stay.
             */
            endsOn?: string | null;
            homeSite?: string;
            languages?: string[];
            name?: string;
            skills?: string[];
            /** Format: date */
            startsOn?: string;
            /** @description 1 Monday to 7 Sunday; Monday to Friday where nothing is said. */
            weekdays?: number[];
        };
        /** @description Somebody who gives help at sites. */
        TechnicianView: {
            accountId: string | null;
            /** @description The last day; null while they stay. */
            endsOn: string | null;
            /** @description Code of the site where their day begins and ends. */
            homeSite: string;
            id: string;
            languages: string[];
            name: string;
            skills: string[];
            startsOn: string;
            version: number;
            /** @description 1 Monday to 7 Sunday. */
            weekdays: number[];
        };
        TimeCorrectionBody: {
            /** Format: date-time */
            endsAt?: string;
            note?: string | null;
            /** @description Why. */
            reason: string;
            site?: string | null;
            /** Format: date-time */
            startsAt?: string;
            /** @description Takes the entry out of all sums; it stays on record. */
            withdrawn?: boolean;
            work?: string;
        };
        TimeEntryDetail: {
            /** Format: date-time */
            approvedAt: string | null;
            approvedBy: string | null;
            /** Format: date-time */
            endsAt: string;
            id: string;
            minutes: number;
            note: string | null;
            /** @description Oldest first. */
            revisions: components["schemas"]["TimeRevisionView"][];
            /** @description Code of the site; null for what is for none. */
            site: string | null;
            /** Format: date-time */
            startsAt: string;
            technician: string;
            technicianId: string;
            version: number;
            /** Format: date-time */
            withdrawnAt: string | null;
            /** @description Key of a kind of work. */
            work: string;
        };
        /** @description What a technician did, where, from when to when. */
        TimeEntryView: {
            /** Format: date-time */
            approvedAt: string | null;
            approvedBy: string | null;
            /** Format: date-time */
            endsAt: string;
            id: string;
            minutes: number;
            note: string | null;
            /** @description Code of the site; null for what is for none. */
            site: string | null;
            /** Format: date-time */
            startsAt: string;
            technician: string;
            technicianId: string;
            version: number;
            /** Format: date-time */
            withdrawnAt: string | null;
            /** @description Key of a kind of work. */
            work: string;
        };
        /** @description What was said of an entry at one time. */
        TimeRevisionView: {
            /** Format: date-time */
            endsAt: string;
            isWithdrawn: boolean;
            note: string | null;
            /** @description Why it was corrected. */
            reason: string | null;
            /** Format: date-time */
            recordedAt: string;
            recordedBy: string | null;
            site: string | null;
            /** Format: date-time */
            startsAt: string;
            version: number;
            work: string;
        };
        /** @description A token without its secret. */
        TokenView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            scopes: string[] | null;
        };
        /** @description A code that was scanned and that no device had. */
        UnknownCode: {
            actions: string[];
            code: string;
            /** Format: date-time */
            firstScannedAt: string;
            /** @description Whether a device has the code by now, so that its scans can be applied. */
            known: boolean;
            /** Format: date-time */
            lastScannedAt: string;
            /** @description The latest scan that has a photo of what the code is on. */
            photo: string | null;
            /** @description How many scans wait for it. */
            scans: number;
            /** @description Code of the site where it was scanned last. */
            site: string | null;
        };
        UnknownCodeBody: {
            code: string;
            note?: string;
        };
        VoidBody: {
            /** @description Why it never was a device. */
            note: string;
        };
        /** @description How much support something asks for. */
        Weight: {
            /** @enum {string} */
            kind: "other" | "desktop" | "laptop" | "ipad" | "chromebook";
            /** @description For each device and year, or for each open repair. */
            minutes: number;
            /** @enum {string} */
            per: "device" | "open_repair";
            /** @description Where the number comes from: own time reports, a guide, an estimate. */
            source: string;
            /** @description Calendar date of that source. */
            sourceDate: string;
            /** @description Key of a kind of work; null for all work that has no weight of its own. */
            work: string | null;
        };
        WeightBody: {
            /** @enum {string} */
            kind: "desktop" | "laptop" | "ipad" | "chromebook" | "other";
            /** @description For each device and year, or for each open repair. */
            minutes: number;
            /**
             * @description A device in use for a year, or an open repair once.
             * @default device
             * @enum {string}
             */
            per: "device" | "open_repair";
            /** @description Where the number comes from: own time reports, a guide, an estimate. */
            source: string;
            /**
             * Format: date
             * @description The date of that source.
             */
            sourceDate: string;
            /** @description Key of a kind of work; all work without a weight of its own where nothing is said. */
            work?: string | null;
        };
        /** @description A district's weights, whole. */
        Weights: {
            /**
             * Format: date-time
             * @description Null for those that Rollcall begins with.
             */
            recordedAt: string | null;
            /** @description 0 for those that Rollcall begins with. */
            version: number;
            weights: components["schemas"]["Weight"][];
        };
        WeightsBody: {
            /** @description All of them; each kind has one for its devices. */
            weights: components["schemas"]["WeightBody"][];
        };
        /** @description A kind of work that technicians report. */
        WorkKind: {
            /** @description Not for a site: time that is set aside for travel, projects and learning. */
            isAside: boolean;
            key: string;
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AccountsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAccountView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccountsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccountsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccountsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Those that hold on this day. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAbsenceView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAbsenceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportAssignmentsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Those that hold on this day. */
                on?: string;
                /** @description Code of a site. */
                site?: string;
                technicianId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAssignmentView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportAssignmentsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssignmentBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportAssignmentsController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationPlansController_compare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComparisonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanComparison"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_propose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverProposalBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverProposal"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_listCovers: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                on: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCoverView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_createCover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCoverBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_cancelCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationPlansController_delivered: {
        parameters: {
            query: {
                charter?: boolean;
                /** @description A day of the first week; without it the last four weeks that are over. */
                from?: string;
                /** @description Key of a model; the one in force where nothing is said. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear: string;
                /** @description A day of the last week. */
                to?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model; the latest where nothing is said. */
                version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivered"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AbsencesController_holes: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                on: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfHole"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationModelsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfModelLine"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationModelsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAllocationModelBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationModel"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationModelsController_find: {
        parameters: {
            query?: {
                /** @description The latest where nothing is said. */
                version?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationModel"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationModelsController_revise: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelVersionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationModel"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationPlansController_plan: {
        parameters: {
            query: {
                charter?: boolean;
                /** @description Key of a model; the one in force where nothing is said. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model; the latest where nothing is said. */
                version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationPlan"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationPlansController_export: {
        parameters: {
            query: {
                charter?: boolean;
                /** @description Key of a model; the one in force where nothing is said. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model; the latest where nothing is said. */
                version?: number;
            };
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AssignmentProposalsController_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalBody"];
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AssignmentProposalsController_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignments: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportPurchasesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                schoolYear?: string;
                /** @description Code of a site. */
                site?: string;
                state?: "draft" | "submitted" | "approved" | "encumbered" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPurchaseView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportPurchasesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPurchaseBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportPurchasesController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportPurchasesController_redraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseDraftBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportPurchasesController_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportPurchasesController_step: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationSettingsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationSettings"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AllocationSettingsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocationSettingsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationSettings"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SiteEntitlementsController_history: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEntitlementView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SiteEntitlementsController_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntitlementBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_findCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_changeCart: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSetsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeSetView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSetsController_events: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfChangeSetEvent"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangeSetsController_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConflictsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Code of what stands against the scans, such as `CHANGED_MEANWHILE`. */
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfConflictView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConflictsController_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "conflict" | "unknown" | "refused" | "applied" | "dismissed";
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountsController_counts: {
        parameters: {
            query?: {
                /** @description Calendar date in the district's time zone; today where nothing is said. */
                asOf?: string;
                /** @description Comma-separated: site, region, kind, status. */
                groupBy?: ("site" | "region" | "kind" | "status")[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Instant: what the register would have said then. */
                knownAt?: string;
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Comma-separated statuses, or `active`. Everything but disposed where nothing is said. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountEvidenceController_devices: {
        parameters: {
            query?: {
                /** @description Calendar date in the district's time zone; today where nothing is said. */
                asOf?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Instant: what the register would have said then. */
                knownAt?: string;
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Comma-separated names of regions, as their sites belonged to them then. */
                region?: string[];
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Comma-separated statuses, or `active`. Everything but disposed where nothing is said. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        items: components["schemas"]["CountedDevice"][];
                        /** Format: date-time */
                        knownAt: string;
                        /** @description Null when every device has been looked at. A page may have fewer items than asked for and still go on. */
                        nextCursor: string | null;
                    };
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountsController_growth: {
        parameters: {
            query: {
                /** @description Calendar date in the district's time zone: what changed after its end. */
                from: string;
                /** @description Comma-separated: site, region, kind, status. */
                groupBy?: ("site" | "region" | "kind" | "status")[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Instant: what the register would have said then. */
                knownAt?: string;
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Comma-separated statuses, or `active`. Everything but disposed where nothing is said. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
                /** @description Last calendar date; today where nothing is said. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Growth"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountEvidenceController_changes: {
        parameters: {
            query: {
                /** @description Comma-separated causes. */
                cause?: ("opened" | "purchased" | "transferred" | "retired" | "reused" | "found" | "lost" | "disposed" | "deployed" | "returned" | "repair" | "corrected")[];
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description Calendar date in the district's time zone: what changed after its end. */
                from: string;
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Instant: what the register would have said then. */
                knownAt?: string;
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Comma-separated names of regions, as their sites belonged to them then. */
                region?: string[];
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Comma-separated statuses, or `active`. Everything but disposed where nothing is said. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
                /** @description Last calendar date; today where nothing is said. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        items: components["schemas"]["CountedChange"][];
                        /** Format: date-time */
                        knownAt: string;
                        /** @description Null when every device has been looked at. A page may have fewer items than asked for and still go on. */
                        nextCursor: string | null;
                        to: string;
                    };
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CountsController_series: {
        parameters: {
            query: {
                /** @description First calendar date in the district's time zone. */
                from: string;
                /** @description Comma-separated: site, region, kind, status; or, for the whole district, model, fundingSource, kind, status. */
                groupBy?: ("site" | "region" | "kind" | "status" | "model" | "fundingSource")[];
                /** @description How far the points lie apart. */
                interval?: "day" | "week" | "month" | "quarter" | "schoolYear" | "year";
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Instant: what the register would have said then. */
                knownAt?: string;
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Comma-separated statuses, or `active`. Everything but disposed where nothing is said. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
                /** @description Last calendar date; today where nothing is said. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScanBatchesController_departures: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDeparture"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_list: {
        parameters: {
            query?: {
                /** @description Years in service, at the least. */
                ageFrom?: number;
                /** @description Years in service, less than. */
                ageTo?: number;
                /** @description Automatic updates end before this date. */
                autoUpdateBefore?: string;
                cart?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                fundingSource?: string;
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Part of the model's name. */
                model?: string;
                /** @description Id of a person. */
                person?: string;
                /** @description Three or more characters of any code, or of a model's, site's or person's name. */
                q?: string;
                region?: string[];
                /** @description Names, at whichever site. */
                room?: string;
                /** @description Codes of sites, comma-separated. */
                site?: string[];
                sort?: "id" | "-id" | "assetTag" | "-assetTag" | "inServiceOn" | "-inServiceOn";
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "void")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDeviceView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeviceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    /** @description The address of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_events: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEventView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_placeHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_liftHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_merge: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_reopen: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SightingsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSightingView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_makeVoid: {
        parameters: {
            query?: never;
            header: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeSetId: string;
                        results: components["schemas"]["BatchResult"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_changeInBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_export: {
        parameters: {
            query?: {
                /** @description Years in service, at the least. */
                ageFrom?: number;
                /** @description Years in service, less than. */
                ageTo?: number;
                /** @description Automatic updates end before this date. */
                autoUpdateBefore?: string;
                cart?: string;
                fundingSource?: string;
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Part of the model's name. */
                model?: string;
                /** @description Id of a person. */
                person?: string;
                /** @description Three or more characters of any code, or of a model's, site's or person's name. */
                q?: string;
                region?: string[];
                /** @description Names, at whichever site. */
                room?: string;
                /** @description Codes of sites, comma-separated. */
                site?: string[];
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "void")[];
            };
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DevicesController_lookUp: {
        parameters: {
            query: {
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeviceFound"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SightingsController_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SightingsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: components["schemas"]["SightingResult"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FieldController_list: {
        parameters: {
            query?: {
                /** @description `next` of the answer before: only what changed since. */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FundingSourcesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfFundingView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FundingSourcesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFundingBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FundingSourcesController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FundingSourcesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundingChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfImportView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Send the fields first and the file last. */
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @enum {string} */
                    kind: "sites" | "pupils" | "people" | "devices";
                    /** @description The name of a saved mapping, or a mapping as JSON. */
                    mapping?: string;
                    /**
                     * @default rehearse
                     * @enum {string}
                     */
                    mode?: "rehearse" | "commit";
                    /** @description What to do with the rows, as JSON. */
                    options?: string;
                    /** @description How to read the file, as JSON: format, encoding and so on. */
                    reading?: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_commit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_errors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_rows: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Only rows with a note of this code. */
                note?: string;
                /** @description Only rows with a note, or only those without one. */
                noted?: boolean;
                outcome?: "add" | "change" | "unchanged" | "refused" | "held";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfImportRowView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_listMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MappingView"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_saveMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingBody"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_removeMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportsController_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    JobsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    JobsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LabelsController_print: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelsBody"];
            };
        };
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/zpl": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LabelsController_layouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LabelLayout"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LoansController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Due on this calendar date or before. */
                dueBy?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                grade?: string;
                /** @description `left`: the holder has left. `moved`: the holder is at another site than the device. */
                holder?: "left" | "moved";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Code of the device's site. */
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLoanView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ModelsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfModelView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ModelsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeviceModelBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ModelsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ModelsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PeopleController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description True for those who have left. */
                left?: boolean;
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                role?: "student" | "staff" | "guardian" | "other";
                /** @description Code of a site. */
                site?: string;
                sort?: "externalId" | "-externalId";
                /** @description Part of a name, an address or an external id. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPersonView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PeopleController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PeopleController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PeopleController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PeopleController_redact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PeopleController_export: {
        parameters: {
            query?: {
                /** @description True for those who have left. */
                left?: boolean;
                role?: "student" | "staff" | "guardian" | "other";
                /** @description Code of a site. */
                site?: string;
                /** @description Part of a name, an address or an external id. */
                text?: string;
            };
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PupilsController_export: {
        parameters: {
            query?: {
                /** @description True for sites open today, false for closed and for not yet opened ones. */
                open?: boolean;
                region?: string;
                /** @description Whose pupils are shown, such as `2025-26`; each site's latest where nothing is said. */
                schoolYear?: string;
                served?: boolean;
                /** @description Part of a name or a code. */
                text?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
            };
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplacementSettingsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReplacementSetting"][];
                        nextCursor: null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplacementSettingsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReplacementBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementSetting"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplacementSettingsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementSetting"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplacementSettingsController_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReplacementSettingsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplacementChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacementSetting"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSavedReportView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReportBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_archive: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_outputsOf: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOutputView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SavedReportsController_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        etaSeconds: number | null;
                        id: string;
                        kind: string;
                        outputId: string;
                        problem: unknown;
                        /** @description Rows a second in this stage. */
                        rate: number | null;
                        result: unknown;
                        stage: string | null;
                        /** @enum {string} */
                        state: "done" | "queued" | "running" | "failed" | "cancelled";
                        total: number | null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportKindsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReportKindView"][];
                        nextCursor: null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportKindsController_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportKindsController_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportTable"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportOutputsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportOutputsController_comparison: {
        parameters: {
            query?: {
                /** @description Id of the output to compare with; the one before where nothing is said. */
                with?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportOutputsController_deliveriesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        nextCursor: null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportOutputsController_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBody"];
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        nextCursor: null;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportOutputsController_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportOutputsController_table: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportTable"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_findRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_changeRoom: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScanBatchesController_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanBatchBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        receivedAt: string;
                        results: components["schemas"]["ScanResult"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScanBatchesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfScanView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScanPhotosController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScanPhotosController_keep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetupController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        example: components["schemas"]["SetupBody"];
                        next: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetupController_use: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["AccountView"];
                        districtId: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description True for sites open today, false for closed and for not yet opened ones. */
                open?: boolean;
                region?: string;
                /** @description Whose pupils are shown, such as `2025-26`; each site's latest where nothing is said. */
                schoolYear?: string;
                served?: boolean;
                sort?: "name" | "-name" | "code" | "-code";
                /** @description Part of a name or a code. */
                text?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSiteView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSiteBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_listCarts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description True for places in use today. */
                open?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCartView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_createCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCartBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_history: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPupilsView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_setPupils: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PupilsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PupilsView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_listRooms: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description True for places in use today. */
                open?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfRoomView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlacesController_createRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoomBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SitesController_export: {
        parameters: {
            query?: {
                /** @description True for sites open today, false for closed and for not yet opened ones. */
                open?: boolean;
                region?: string;
                /** @description Whose pupils are shown, such as `2025-26`; each site's latest where nothing is said. */
                schoolYear?: string;
                served?: boolean;
                /** @description Part of a name or a code. */
                text?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
            };
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportLoadController_load: {
        parameters: {
            query?: {
                /** @description Devices in use at the end of this day; today where nothing is said. */
                asOf?: string;
                charter?: boolean;
                /** @description Key of a model; the one in force where nothing is said. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model; the latest where nothing is said. */
                version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportLoad"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportLoadController_fairness: {
        parameters: {
            query?: {
                /** @description Devices in use at the end of this day; today where nothing is said. */
                asOf?: string;
                charter?: boolean;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fairness"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportLoadController_site: {
        parameters: {
            query?: {
                /** @description Devices in use at the end of this day; today where nothing is said. */
                asOf?: string;
                /** @description Key of a model; the one in force where nothing is said. */
                model?: string;
                /** @description Version of the model; the latest where nothing is said. */
                version?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteSupport"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SupportLoadController_trend: {
        parameters: {
            query?: {
                /** @description A day of the first month; eleven months before the last where nothing is said. */
                from?: string;
                /** @description A day of the last month; today where nothing is said. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadTrend"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LoadWeightsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weights"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LoadWeightsController_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeightsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weights"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description True for those that are not closed. */
                open?: boolean;
                /** @description Code of a site. */
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSweepView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSweepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SweepClosingBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        begunAt: string;
                        begunBy: string;
                        cart: string | null;
                        /** Format: date-time */
                        closedAt: string | null;
                        closedBy: string | null;
                        expected: number;
                        found: {
                            misplaced: number;
                            missing: number;
                            retired: number;
                            unknown: number;
                            verified: number;
                        };
                        id: string;
                        /** @description Scans that came after it was closed, and are in none of the numbers. */
                        late: number;
                        left: components["schemas"]["NotMoved"][];
                        moved: number;
                        name: string;
                        note: string | null;
                        /** @description Without a room and a cart it is of the whole site. */
                        room: string | null;
                        /** @description Code of the site. */
                        site: string;
                        siteName: string;
                        /** @description Accounts that scanned for it. */
                        technicians: string[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_findings: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                result?: "verified" | "misplaced" | "missing" | "unknown" | "retired";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSweepFindingView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: "csv" | "xlsx" | "pdf";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SweepsController_due: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description A room is due when its last sweep was closed so many months ago, or never. */
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDueRoom"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TagsController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTagSeriesView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TagsController_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTagSeriesBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagSeriesView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TagsController_ranges: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTagRangeView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TagsController_take: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTagRangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        /** Format: date-time */
                        createdAt: string;
                        first: string;
                        id: string;
                        last: string;
                        tags: string[];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TechniciansController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTechnicianView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TechniciansController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTechnicianBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnicianView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TechniciansController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnicianView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TechniciansController_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TechnicianChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TechnicianView"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_list: {
        parameters: {
            query?: {
                approved?: boolean;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description First and last day on which they began, in the district's time zone. */
                from?: string;
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
                /** @description Code of a site. */
                site?: string;
                technicianId?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTimeEntryView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTimeEntryBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_correct: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeCorrectionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of what is answered, for `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryDetail"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: components["schemas"]["ApprovalResult"][];
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TokensController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTokenView"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TokensController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTokenBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        id: string;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                        name: string;
                        scopes: string[] | null;
                        token: string;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TokensController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnknownCodesController_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfUnknownCode"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnknownCodesController_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: number;
                        left: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnknownCodesController_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnknownCodeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dismissed: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnknownCodesController_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnknownCodeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: number;
                        left: number;
                    };
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_kinds: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The whole list as a file, from `cursor` on: `limit` is not looked at. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description How many rows at the most, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, or the file. */
            200: {
                headers: {
                    /** @description The name of the file. */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWorkKind"];
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TimeEntriesController_addKind: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key, the request does nothing twice and gets the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkKindBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkKind"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
