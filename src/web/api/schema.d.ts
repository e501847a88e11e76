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
         * @description Adds an account. An account without a password cannot sign in on the pages, but it can use API tokens.
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
         * @description Changes an account. Fields that you leave out stay as they are.
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
         * Lists which technicians are away and when, latest first
         * @description Lists which technicians are away and when, latest first.
         */
        get: operations["AbsencesController_list"];
        put?: never;
        /**
         * Records that a technician is away
         * @description Records that a technician is away.
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
         * Deletes an absence because the technician is coming after all
         * @description Deletes an absence because the technician is coming after all. Substitutes who were planned for it are canceled.
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
         * Lists which technician is at which site on which weekday, for the sites that you can see
         * @description Lists which technician is at which site on which weekday, for the sites that you can see.
         */
        get: operations["SupportAssignmentsController_list"];
        put?: never;
        /**
         * Assigns a technician to a site on a weekday
         * @description Assigns a technician to a site on a weekday. The request is refused if the technician is already assigned elsewhere at that time.
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
         * Removes an assignment
         * @description Removes an assignment.
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
         * Compares two to four plans side by side
         * @description Compares two to four plans side by side. They can use other models, other school years, or bands that you only want to try.
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
         * Proposes which technicians of the reserve could fill in on a day, with the least driving
         * @description Proposes which technicians of the reserve could fill in on a day, with the least driving. Nothing is saved.
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
         * Lists who fills in where on a day
         * @description Lists who fills in where on a day.
         */
        get: operations["AbsencesController_listCovers"];
        put?: never;
        /**
         * Sends a technician of the reserve to a site for a day, to fill in for an absence, for urgent work or for a project
         * @description Sends a technician of the reserve to a site for a day, to fill in for an absence, for urgent work or for a project.
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
         * Cancels a substitute's visit
         * @description Cancels a substitute's visit.
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
         * Compares the hours that technicians reported for each site, week by week, with the hours that the site was due
         * @description Compares the hours that technicians reported for each site, week by week, with the hours that the site was due. It shows which sites got too little, how much and how often.
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
         * Lists the sites whose technician is away on a day and that have no substitute yet
         * @description Lists the sites whose technician is away on a day and that have no substitute yet.
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
         * Lists the allocation models, built-in and the district's own, each in its latest version
         * @description Lists the allocation models, built-in and the district's own, each in its latest version.
         */
        get: operations["AllocationModelsController_list"];
        put?: never;
        /**
         * Adds an allocation model for the district
         * @description Adds an allocation model for the district. If the bands overlap, or leave out a number of enrolled students, the request is refused and the answer names those bands.
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
         * Creates the next version of one of the district's own models
         * @description Creates the next version of one of the district's own models. Earlier versions are kept.
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
         * Shows what a model means for each site that you can see in a school year
         * @description Shows what a model means for each site that you can see in a school year: how much support the site is due, how much it has, how much is missing, and what it costs.
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
         * Downloads the plan as CSV, XLSX or PDF
         * @description Downloads the plan as CSV, XLSX or PDF.
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
         * Proposes which technician goes to which site on which weekday, so that each site gets the days it bought
         * @description Proposes which technician goes to which site on which weekday, so that each site gets the days it bought. The work runs as a job, and the proposal is the job's result.
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
         * Accepts a proposal
         * @description Accepts a proposal. Its assignments replace those of the same school year, except the fixed ones, which stay.
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
         * Lists the support requests of the sites that you can see, latest first
         * @description Lists the support requests of the sites that you can see, latest first. The same list as a file shows the budget office what to encumber.
         */
        get: operations["SupportPurchasesController_list"];
        put?: never;
        /**
         * Drafts a request for hours or days of support a week, at the price in the model
         * @description Drafts a request for hours or days of support a week, at the price in the model.
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
         * Shows one support request with its history of states
         * @description Shows one support request with its history of states.
         */
        get: operations["SupportPurchasesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Replaces the content of a draft request
         * @description Replaces the content of a draft request. Send every field again, not only those that change.
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
         * Downloads the request as a PDF form to print and sign
         * @description Downloads the request as a PDF form to print and sign.
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
         * Moves a request to its next state
         * @description Moves a request to its next state. Sites submit requests, and cancel those that are not approved yet. Accounts with the permission `allocation:edit` approve, return, encumber and cancel requests.
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
         * Shows the district's settings for sharing out support
         * @description Shows the district's settings for sharing out support.
         */
        get: operations["AllocationSettingsController_find"];
        /**
         * Replaces the district's settings for sharing out support
         * @description Replaces the district's settings for sharing out support.
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
         * Lists everything that was recorded about the support that a site gets apart from a model, latest school year first
         * @description Lists everything that was recorded about the support that a site gets apart from a model, latest school year first.
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
         * Records the support that a site gets in a school year, such as `2025-26`, apart from a model
         * @description Records the support that a site gets in a school year, such as `2025-26`, apart from a model. `If-Match` is required once there is a record for that year.
         */
        put: operations["SiteEntitlementsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists board items about devices that leave, the latest meeting first
         * @description Lists board items about devices that leave, the latest meeting first.
         */
        get: operations["BoardItemsController_list"];
        put?: never;
        /**
         * Adds a board item
         * @description Adds a board item.
         */
        post: operations["BoardItemsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one board item with its finding, its notices and its lots
         * @description Shows one board item with its finding, its notices and its lots.
         */
        get: operations["BoardItemsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a board item
         * @description Changes a board item. Once a lot was approved by it, only its note can change.
         */
        patch: operations["BoardItemsController_change"];
        trace?: never;
    };
    "/api/v1/board-items/{id}/packet.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the board reads, as PDF
         * @description What the board reads, as PDF: the finding to be adopted, the devices by route, and the federal share.
         */
        get: operations["BoardItemsController_packetPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-items/{id}/packet.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as an Excel workbook
         * @description The same as an Excel workbook.
         */
        get: operations["BoardItemsController_packetXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/board-items/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what a board may find, by the sections of California’s Education Code, with the words, the routes, the votes and the notices that each needs, and its source
         * @description Lists what a board may find, by the sections of California’s Education Code, with the words, the routes, the votes and the notices that each needs, and its source. This is no legal advice.
         */
        get: operations["BoardItemsController_findings"];
        put?: never;
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
         * Renames or closes a cart, or moves it and its devices to another room of the same site
         * @description Renames or closes a cart, or moves it and its devices to another room of the same site.
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
         * @description Shows one change set: what was changed together, and who changed it.
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
         * Lists every event of a change set, ordered by device
         * @description Lists every event of a change set, ordered by device.
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
         * Undoes a change set by adding corrections at the original dates
         * @description Undoes a change set by adding corrections at the original dates. Devices that were edited since then are left as they are and listed in the answer.
         */
        post: operations["ChangeSetsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the files of claims that were made for vendors, latest first
         * @description Lists the files of claims that were made for vendors, latest first.
         */
        get: operations["BatchesController_list"];
        put?: never;
        /**
         * Writes the ready claims of a vendor into a file, and sends it
         * @description Writes the ready claims of a vendor into a file, and sends it. The claims become sent. A claim that lacks something that the layout requires stays ready, and the answer says what is missing.
         */
        post: operations["BatchesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one batch with its claims
         * @description Shows one batch with its claims.
         */
        get: operations["BatchesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-batches/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists where the file was sent, with each attempt and what the other side answered
         * @description Lists where the file was sent, with each attempt and what the other side answered.
         */
        get: operations["BatchesController_deliveriesOf"];
        put?: never;
        /**
         * Sends the file again, to where the vendor gets its files now
         * @description Sends the file again, to where the vendor gets its files now: the same bytes under the same name.
         */
        post: operations["BatchesController_sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the file
         * @description Downloads the file: always the same bytes under the same name.
         */
        get: operations["BatchesController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-batches/{id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the claims of the file, with its size and its hash
         * @description Lists the claims of the file, with its size and its hash.
         */
        get: operations["BatchesController_manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-batches/{id}/manifest.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the manifest to read or print it
         * @description Downloads the manifest to read or print it.
         */
        get: operations["BatchesController_printedManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the layouts of the district, by name
         * @description Lists the layouts of the district, by name.
         */
        get: operations["LayoutsController_list"];
        put?: never;
        /**
         * Adds a layout
         * @description Adds a layout.
         */
        post: operations["LayoutsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-layouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one layout, or an earlier version of it
         * @description Shows one layout, or an earlier version of it.
         */
        get: operations["LayoutsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes or archives a layout
         * @description Changes or archives a layout. Fields that you leave out stay as they are. Batches keep the version that they had.
         */
        patch: operations["LayoutsController_change"];
        trace?: never;
    };
    "/api/v1/claim-layouts/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the fields that a column can have, and the layouts that come with Rollcall
         * @description Lists the fields that a column can have, and the layouts that come with Rollcall. Vendors can use them by their keys.
         */
        get: operations["LayoutsController_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-layouts/from-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a layout from an empty CSV or XLSX template that a vendor sent
         * @description Makes a layout from an empty CSV or XLSX template that a vendor sent. Columns are matched by their names. Saves nothing: check the columns, and add the layout then.
         */
        post: operations["LayoutsController_fromTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-layouts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries a layout on real claims that are ready
         * @description Tries a layout on real claims that are ready: what the file would be like, and what claims lack. Saves nothing.
         */
        post: operations["LayoutsController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what vendors said of claims, latest first
         * @description Lists what vendors said of claims, latest first. With `state=waiting`, the replies that a person must look at.
         */
        get: operations["ClaimRepliesController_list"];
        put?: never;
        /**
         * Takes up to 200 replies from a vendor's system
         * @description Takes up to 200 replies from a vendor's system. The request is signed with the secret that the vendor shares with the district, and needs no account. A reply that comes twice changes nothing.
         */
        post: operations["SignedRepliesController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one reply, with what people did with it
         * @description Shows one reply, with what people did with it.
         */
        get: operations["ClaimRepliesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-replies/{id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes over a reply that waits
         * @description Takes over a reply that waits: its details, and the step that its word means or that you choose.
         */
        post: operations["ClaimRepliesController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claim-replies/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides that a reply that waits changes nothing
         * @description Decides that a reply that waits changes nothing. It stays on record with the reason.
         */
        post: operations["ClaimRepliesController_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the warranty claims of the sites that you can see, latest first
         * @description Lists the warranty claims of the sites that you can see, latest first.
         */
        get: operations["ClaimsController_list"];
        put?: never;
        /**
         * Opens a claim as a draft
         * @description Opens a claim as a draft. The answer has the vendor, the coverage that should pay, and warnings if the vendor may refuse. The device goes to repair unless it stays in use, and cannot be retired or disposed of while the claim is open.
         */
        post: operations["ClaimsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one claim with its history
         * @description Shows one claim with its history.
         */
        get: operations["ClaimsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Notes what the vendor said, such as a reference or a day, or corrects a draft
         * @description Notes what the vendor said, such as a reference or a day, or corrects a draft.
         */
        patch: operations["ClaimsController_change"];
        trace?: never;
    };
    "/api/v1/claims/{id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Raises a claim one level by hand
         * @description Raises a claim one level by hand. The vendor's contacts of that level get an email.
         */
        post: operations["ClaimsController_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a photo or a paper to a claim
         * @description Adds a photo or a paper to a claim: one JPEG, PNG, WebP or PDF file of at most 10 MiB, as multipart form data. The vendor does not see it unless it is shared. Make sure that no student is in a photo before you share it.
         */
        post: operations["ClaimFilesController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads a file of a claim
         * @description Downloads a file of a claim.
         */
        get: operations["ClaimFilesController_show"];
        put?: never;
        post?: never;
        /**
         * Deletes a file of a claim for good
         * @description Deletes a file of a claim for good.
         */
        delete: operations["ClaimFilesController_remove"];
        options?: never;
        head?: never;
        /**
         * Says what a file is, or whether the vendor of the claim may see it
         * @description Says what a file is, or whether the vendor of the claim may see it.
         */
        patch: operations["ClaimFilesController_change"];
        trace?: never;
    };
    "/api/v1/claims/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages between the district and the vendor about a claim, oldest first
         * @description Lists the messages between the district and the vendor about a claim, oldest first.
         */
        get: operations["ClaimMessagesController_list"];
        put?: never;
        /**
         * Writes a message to the vendor of a claim that was sent
         * @description Writes a message to the vendor of a claim that was sent. Do not name students in it.
         */
        post: operations["ClaimMessagesController_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds the device that the vendor sent, for a claim that is resolved with the outcome `replaced` and has no replacement yet
         * @description Adds the device that the vendor sent, for a claim that is resolved with the outcome `replaced` and has no replacement yet. That is so if the vendor named the new serial number in a reply. The same serial number again changes nothing.
         */
        post: operations["ClaimReplacementsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/replacement/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a replacement that was a mistake
         * @description Undoes a replacement that was a mistake: the record of the new device becomes void, the claimed device is in repair again, and the claim is in progress. This works while the claim is open and both devices are unchanged.
         */
        post: operations["ClaimReplacementsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a claim to its next state
         * @description Takes a claim to its next state. With `If-Match`, only if nobody else changed the claim meanwhile.
         */
        post: operations["ClaimsController_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ticks points of the checklists of up to 200 claims
         * @description Ticks points of the checklists of up to 200 claims. The answer has a result for each claim. Rollcall records who ticked what and when, also if it is taken back.
         */
        post: operations["ChecklistsController_tick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes one step for up to 200 claims, such as `ready` after a bench of broken devices was scanned
         * @description Takes one step for up to 200 claims, such as `ready` after a bench of broken devices was scanned.
         */
        post: operations["ClaimsController_stepAll"];
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
         * Lists scans that contradict the register, oldest first
         * @description Lists scans that contradict the register, oldest first: your own scans, and those at your sites.
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
         * Decides a conflict
         * @description Decides a conflict: applies the scan or dismisses it.
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
         * Counts the devices on a day, by site, region, kind and status
         * @description Counts the devices on a day, by site, region, kind and status.
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
         * Lists the devices behind a count
         * @description Lists the devices behind a count. Use the same filters as for the count.
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
         * Shows how the number of devices changed between two days, and why
         * @description Shows how the number of devices changed between two days, and why. In every group, the causes add up to the difference.
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
         * Lists the events behind a growth figure
         * @description Lists the events behind a growth figure. Together, their changes add up to that figure.
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
         * Counts the devices at the end of each day, week, month, quarter, school year or year
         * @description Counts the devices at the end of each day, week, month, quarter, school year or year.
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
    "/api/v1/coverage-look-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks a manufacturer about the warranties of its devices at your sites
         * @description Asks a manufacturer about the warranties of its devices at your sites. The work runs as a job.
         */
        post: operations["LookUpsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage-look-ups/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what manufacturers last said of devices at the sites that you can see
         * @description Lists what manufacturers last said of devices at the sites that you can see. The latest answers come first.
         */
        get: operations["LookUpsController_listAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the rules that create the same warranty or contract on many devices, by name
         * @description Lists the rules that create the same warranty or contract on many devices, by name.
         */
        get: operations["CoverageRulesController_list"];
        put?: never;
        /**
         * Adds a rule
         * @description Adds a rule. It does nothing until you apply it.
         */
        post: operations["CoverageRulesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one rule
         * @description Shows one rule.
         */
        get: operations["CoverageRulesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a rule
         * @description Changes a rule. What it created stays as it is until you apply the rule again.
         */
        patch: operations["CoverageRulesController_change"];
        trace?: never;
    };
    "/api/v1/coverage-rules/{id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies the rule to all devices of the district that it is for
         * @description Applies the rule to all devices of the district that it is for. Applying it again has no further effect.
         */
        post: operations["CoverageRulesController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage-rules/{id}/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what the rule would add, change and leave as it is on devices at the sites that you can see
         * @description Shows what the rule would add, change and leave as it is on devices at the sites that you can see.
         */
        get: operations["CoverageRulesController_rehearse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage-rules/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes the last application of the rule that added or changed something
         * @description Undoes the last application of the rule that added or changed something.
         */
        post: operations["CoverageRulesController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists warranties and contracts on the devices of the sites that you can see
         * @description Lists warranties and contracts on the devices of the sites that you can see. Those that end first come first.
         */
        get: operations["CoveragesController_list"];
        put?: never;
        /**
         * Enters a warranty or contract on one device
         * @description Enters a warranty or contract on one device.
         */
        post: operations["CoveragesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one warranty or contract
         * @description Shows one warranty or contract.
         */
        get: operations["CoveragesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Corrects a warranty or contract
         * @description Corrects a warranty or contract. From then on, no file, rule or look-up changes it.
         */
        patch: operations["CoveragesController_change"];
        trace?: never;
    };
    "/api/v1/coverages/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws a warranty or contract that never was, such as one entered for the wrong device
         * @description Withdraws a warranty or contract that never was, such as one entered for the wrong device.
         */
        post: operations["CoveragesController_withdraw"];
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
         * Lists devices that technicians of other sites moved away from your sites, latest first
         * @description Lists devices that technicians of other sites moved away from your sites, latest first.
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
         * Lists the devices of the sites that you can see
         * @description Lists the devices of the sites that you can see.
         */
        get: operations["DeviceListsController_list"];
        put?: never;
        /**
         * Adds one device
         * @description Adds one device.
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
         * Shows one device with its codes, its location and its holds
         * @description Shows one device with its codes, its location and its holds.
         */
        get: operations["DevicesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a device
         * @description Changes a device. Fields that you leave out stay as they are. `If-Match` names the version that you read.
         */
        patch: operations["DevicesController_change"];
        trace?: never;
    };
    "/api/v1/devices/{id}/clearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what is proved about a device, and for each route of disposal which gates are open
         * @description Shows what is proved about a device, and for each route of disposal which gates are open.
         */
        get: operations["DevicesController_clearances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what covers a device on a day
         * @description Shows what covers a device on a day: all its warranties and contracts, and the state of the best one.
         */
        get: operations["CoveragesController_ofDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * Lists the history of a device, latest effective date first
         * @description Lists the history of a device, latest effective date first.
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
         * Places a hold on a device
         * @description Places a hold on a device. A hold blocks the actions that it names until somebody lifts it.
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
         * Lifts a hold that was placed by hand
         * @description Lifts a hold that was placed by hand. A claim or a lot lifts its own holds.
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
         * Merges two records of the same device
         * @description Merges two records of the same device. The device in the address is kept, and the duplicate is merged into it.
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
         * Brings back a device that was recorded as disposed of but was found again
         * @description Brings back a device that was recorded as disposed of but was found again.
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
         * Lists when a device was seen, by whom and where, latest first
         * @description Lists when a device was seen, by whom and where, latest first.
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
         * Voids a record that should never have existed, such as a typing mistake or a duplicate
         * @description Voids a record that should never have existed, such as a typing mistake or a duplicate.
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
         * Adds or changes up to 1,000 devices, found by serial number or asset tag
         * @description Adds or changes up to 1,000 devices, found by serial number or asset tag. The answer has one result for each row.
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
         * Makes the same change to every device that a filter selects
         * @description Makes the same change to every device that a filter selects. The work runs as a job. The result of the job lists what was changed and what was refused. With `rehearse`, the job changes nothing, and the result lists what would be changed and refused.
         */
        post: operations["DevicesController_changeInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes one of your own bulk changes
         * @description Undoes one of your own bulk changes. The id is the `changeSetId` in the result of the change. Devices that were changed again since then stay as they are, and the result of the job lists them.
         */
        post: operations["DevicesController_undoBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts the devices that a filter selects
         * @description Counts the devices that a filter selects. If the filter has only sites, types and statuses, the number is exact. Otherwise, Rollcall stops counting at 10,000, and `isMore` says that there are more.
         */
        get: operations["DeviceListsController_count"];
        put?: never;
        post?: never;
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
         * Downloads the selected devices as CSV, XLSX or PDF
         * @description Downloads the selected devices as CSV, XLSX or PDF. The file has the columns that you choose, or the columns of the import template if you choose none.
         */
        get: operations["DeviceListsController_export"];
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
         * Finds all devices of the district with this code, active devices first
         * @description Finds all devices of the district with this code, active devices first. There can be more than one.
         */
        get: operations["DeviceListsController_lookUp"];
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
         * Records that somebody saw these devices
         * @description Records that somebody saw these devices. The answer has one result for each sighting, in the same order.
         */
        post: operations["SightingsController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the scan actions in the order of their buttons, with their texts, their questions and what they change
         * @description Lists the scan actions in the order of their buttons, with their texts, their questions and what they change.
         */
        get: operations["FieldController_listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/field/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads an index of the codes of all devices in use in the district
         * @description Downloads an index of the codes of all devices in use in the district. A phone uses it to say at once where a scanned device belongs. The index has no codes in it, only 40 bits of the SHA-256 of each code, with the site, kind, status and version of its device. The first line is JSON: `{next, whole, sites, kinds, statuses}`. Binary pieces follow. Each piece is about one block. The first byte of a hash is the number of its block, and the other 4 bytes are its key. If there are several pieces of a block, each later piece changes the block again. A piece begins with the number of the block (1 byte), the number of keys, and the number of entries (4 bytes each, highest byte first). The keys come first. The phone removes all its entries with these keys. Then come the entries that the phone adds. Both are sorted by key and stored column by column: the first byte of each, then the second byte of each, and so on. An entry has 8 bytes: its key (4), the number of the site in `sites` (2), the number of the kind times 16 plus the number of the status (1), and the version (1; 255 means 255 or more). All numbers count from 0.
         */
        get: operations["FieldController_index"];
        put?: never;
        post?: never;
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
         * Downloads the devices in use at your own sites
         * @description Downloads the devices in use at your own sites. A phone keeps them to work without a connection. If your sites have more than 15,000 devices together, the answer has only the devices of the sites that you name. The format is JSON lines. The first line is `{next, whole, sites, columns}`. Then there is a line for each device, with an array of its values. If a device has left these sites, was disposed of, or became void since the last download, the line has only its id.
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
         * @description Changes a funding source. Fields that you leave out stay as they are.
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
         * Lists the imports of the district, latest first
         * @description Lists the imports of the district, latest first.
         */
        get: operations["ImportsController_list"];
        put?: never;
        /**
         * Uploads a file to import
         * @description Uploads a file to import. Send multipart form data, with these fields before the file: `kind`, `mode` (`rehearse` or `commit`), and optionally `mapping` (a saved name, or JSON), `reading` (JSON) and `options` (JSON).
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
         * Shows an import
         * @description Shows an import: its progress, how Rollcall reads the file, and how many rows had each outcome.
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
         * Stops an import after the part it is working on
         * @description Stops an import after the part it is working on. Rows that were already imported stay until you undo the import.
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
         * Commits an import that was rehearsed
         * @description Commits an import that was rehearsed.
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
         * Downloads the refused rows with the reasons
         * @description Downloads the refused rows with the reasons. You can correct this file and upload it again.
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
         * Downloads the rows where Rollcall did something that the file did not literally ask for, and what it did
         * @description Downloads the rows where Rollcall did something that the file did not literally ask for, and what it did.
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
         * Lists the rows of an import
         * @description Lists the rows of an import. Each row says what happens to it, why it was refused, and what Rollcall did that the file did not ask for.
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
         * Undoes a committed import
         * @description Undoes a committed import.
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
         * Lists the column mappings for one kind of import, both built-in and saved
         * @description Lists the column mappings for one kind of import, both built-in and saved.
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
         * Saves a mapping under a name
         * @description Saves a mapping under a name. If the name already exists, the new mapping replaces the old one.
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
         * Downloads an empty import template as CSV
         * @description Downloads an empty import template as CSV.
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
    "/api/v1/incident-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists pools of incidents that all devices of a plan or a purchase share, by name
         * @description Lists pools of incidents that all devices of a plan or a purchase share, by name.
         */
        get: operations["IncidentPoolsController_list"];
        put?: never;
        /**
         * Adds a pool, such as fifty incidents for a purchase of a thousand devices
         * @description Adds a pool, such as fifty incidents for a purchase of a thousand devices. Coverages with its vendor, type and contract number share it. A claim takes one incident when it is opened, and gives it back if it is cancelled, or closed after a denial.
         */
        post: operations["IncidentPoolsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one pool
         * @description Shows one pool.
         */
        get: operations["IncidentPoolsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a pool
         * @description Changes a pool. It cannot have fewer incidents than are used.
         */
        patch: operations["IncidentPoolsController_change"];
        trace?: never;
    };
    "/api/v1/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whom an invitation is for, if its link still works
         * @description Tells whom an invitation is for, if its link still works.
         */
        get: operations["InvitationsController_show"];
        put?: never;
        /**
         * Accepts an invitation
         * @description Accepts an invitation: makes the account with the password that you choose. The link works only once.
         */
        post: operations["InvitationsController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the jobs that you started, latest first
         * @description Lists the jobs that you started, latest first. Accounts that see the whole district also see the jobs of others, for the kinds of work that their role allows.
         */
        get: operations["JobsController_list"];
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
         * Shows a job
         * @description Shows a job: how far it is, how fast it works, and about how long it will take. The account that started the job can see it. So can accounts that see the whole district and are allowed to see this kind of work.
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
         * Asks a job to stop after the part it is working on
         * @description Asks a job to stop after the part it is working on. The account that started the job can stop it. So can accounts that see the whole district and have the permission for this kind of work. After that, `result` says what the job did until it stopped.
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
         * Prints labels for devices or reserved asset tags, as PDF or ZPL
         * @description Prints labels for devices or reserved asset tags, as PDF or ZPL. Names in a script that the font does not have are written in Latin letters. A code with characters beyond ASCII gets a QR code but no barcode. QR codes open the page of their device if the server has a `PUBLIC_URL`. Otherwise, they contain only the code.
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
         * Lists the label sheets and rolls that you can print on
         * @description Lists the label sheets and rolls that you can print on. Lengths are in millimeters. `address` is the web address in the QR codes. It is null if the server does not know its own address. QR codes then contain only the code.
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
         * Lists devices that are checked out and not yet returned, earliest due date first
         * @description Lists devices that are checked out and not yet returned, earliest due date first. Rollcall logs which students' names were shown, and to whom.
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
    "/api/v1/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists lots at the sites that you can see, the latest first
         * @description Lists lots at the sites that you can see, the latest first.
         */
        get: operations["LotsController_list"];
        put?: never;
        /**
         * Begins a lot
         * @description Begins a lot: devices that will leave together, by one route.
         */
        post: operations["LotsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one lot
         * @description Shows one lot: what its devices lack, what is owed, and its history.
         */
        get: operations["LotsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an open lot
         * @description Changes an open lot. Fields that you leave out stay as they are.
         */
        patch: operations["LotsController_change"];
        trace?: never;
    };
    "/api/v1/lots/{id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the devices of a lot, with what each still lacks
         * @description Lists the devices of a lot, with what each still lacks.
         */
        get: operations["LotsController_devices"];
        /**
         * Adds devices to an open lot and removes others
         * @description Adds devices to an open lot and removes others. A device can be on one lot at a time. One that still lacks something can be added, and the lot says what. The answer names each device that was left out, and why.
         */
        put: operations["LotsController_changeDevices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/differences/{differenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes what was found out about a difference between the manifest and the pick-up
         * @description Notes what was found out about a difference between the manifest and the pick-up.
         */
        post: operations["LotsController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/manifest.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The manifest of a frozen lot as CSV
         * @description The manifest of a frozen lot as CSV. Its bytes never change.
         */
        get: operations["LotsController_manifestCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/manifest.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The manifest of a frozen lot as PDF, with the SHA-256 of the CSV printed on it
         * @description The manifest of a frozen lot as PDF, with the SHA-256 of the CSV printed on it. Its bytes never change.
         */
        get: operations["LotsController_manifestPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/obligations/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Files what is owed after a pick-up, moves its due day, or says why nobody has to file it
         * @description Files what is owed after a pick-up, moves its due day, or says why nobody has to file it.
         */
        put: operations["LotsController_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/obligations/{kind}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the paper of an obligation
         * @description Downloads the paper of an obligation.
         */
        get: operations["LotsController_paper"];
        put?: never;
        /**
         * Stores the paper of an obligation
         * @description Stores the paper of an obligation: one JPEG, PNG, WebP or PDF file of at most 10 MiB, as multipart form data. It takes the place of an earlier one.
         */
        post: operations["LotsController_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt that the driver signed, with the SHA-256 of the manifest printed on it
         * @description The receipt that the driver signed, with the SHA-256 of the manifest printed on it. Its bytes never change.
         */
        get: operations["LotsController_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a lot to its next state
         * @description Takes a lot to its next state. `freeze` makes the manifest, and holds the devices. `approve` needs the board item. With `pick_up`, the driver signs, and the devices leave the records at this moment. `settle` needs everything that is owed. `cancel` gives the devices back. `salvage:approve` is needed for all steps but `pick_up`.
         */
        post: operations["LotsController_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maker-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the manufacturers that Rollcall can ask about warranties, and what each of them needs for that
         * @description Lists the manufacturers that Rollcall can ask about warranties, and what each of them needs for that.
         */
        get: operations["LookUpsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maker-accounts/{maker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enters the credentials that a manufacturer gives
         * @description Enters the credentials that a manufacturer gives.
         */
        put: operations["LookUpsController_set"];
        post?: never;
        /**
         * Forgets the credentials of a manufacturer
         * @description Forgets the credentials of a manufacturer. The warranties that it named stay.
         */
        delete: operations["LookUpsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/maker-accounts/{maker}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets when Rollcall asks a manufacturer by itself
         * @description Sets when Rollcall asks a manufacturer by itself. It then asks about devices at all sites that have no answer yet, or whose answer is too old.
         */
        put: operations["LookUpsController_setSchedule"];
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
         * @description Changes a device model. Fields that you leave out stay as they are.
         */
        patch: operations["ModelsController_change"];
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists everything that Rollcall has sent or is about to send, such as emails, latest first
         * @description Lists everything that Rollcall has sent or is about to send, such as emails, latest first.
         */
        get: operations["OutboxController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one letter, with each attempt to send it and what the other side answered
         * @description Shows one letter, with each attempt to send it and what the other side answered.
         */
        get: operations["OutboxController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a letter again that has failed, that may not have arrived, or that was kept because its channel was not set up
         * @description Sends a letter again that has failed, that may not have arrived, or that was kept because its channel was not set up. This makes a new letter to the same address.
         */
        post: operations["OutboxController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * Lists the people of the sites that you can see
         * @description Lists the people of the sites that you can see. Rollcall logs which students' names were shown, and to whom.
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
         * @description Shows one person. Rollcall logs who looked at this record.
         */
        get: operations["PeopleController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a person
         * @description Changes a person. Fields that you leave out stay as they are.
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
         * Permanently removes a person's name and email address, unless a hold keeps them
         * @description Permanently removes a person's name and email address, unless a hold keeps them.
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
         * Downloads the selected people as CSV, XLSX or PDF, in the columns of the import template
         * @description Downloads the selected people as CSV, XLSX or PDF, in the columns of the import template. Rollcall logs this as it logs the list.
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
    "/api/v1/people/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds people by exact external ids or email addresses
         * @description Finds people by exact external ids or email addresses. It finds all people that you can check out devices to: students at your sites, and all staff. Unknown numbers are left out of the answer. For each student in the answer, Rollcall logs that the name was shown to you.
         */
        get: operations["PeopleController_lookUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problem-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the problem reports of the sites that you can see, latest first
         * @description Lists the problem reports of the sites that you can see, latest first.
         */
        get: operations["ProblemReportsController_list"];
        put?: never;
        /**
         * Reports a problem at one of your sites, such as a broken device
         * @description Reports a problem at one of your sites, such as a broken device. The site's technicians see it in their list.
         */
        post: operations["ProblemReportsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problem-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one problem report with its history
         * @description Shows one problem report with its history.
         */
        get: operations["ProblemReportsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problem-reports/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a problem report
         * @description Closes a problem report. The note tells the people at the site what was done.
         */
        post: operations["ProblemReportsController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problem-reports/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a closed problem report again
         * @description Opens a closed problem report again. The note says what is still wrong.
         */
        post: operations["ProblemReportsController_reopen"];
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
         * Downloads the numbers of enrolled students of the selected sites by school year, as CSV, XLSX or PDF, in the columns of the import template
         * @description Downloads the numbers of enrolled students of the selected sites by school year, as CSV, XLSX or PDF, in the columns of the import template.
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
    "/api/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists devices that were released from management, latest first
         * @description Lists devices that were released from management, latest first.
         */
        get: operations["ReleasesController_list"];
        put?: never;
        /**
         * Records that devices were released from management, so that whoever gets them can use them
         * @description Records that devices were released from management, so that whoever gets them can use them. It opens the gate `released`. The answer names each device that was left out, and why. A missing device stays locked.
         */
        post: operations["ReleasesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}": {
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
         * Takes back a release that was recorded by mistake, and closes the gate again
         * @description Takes back a release that was recorded by mistake, and closes the gate again.
         */
        delete: operations["ReleasesController_withdraw"];
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
         * Lists how long devices are expected to last and what a replacement costs
         * @description Lists how long devices are expected to last and what a replacement costs. The replacement forecast uses these figures.
         */
        get: operations["ReplacementSettingsController_list"];
        put?: never;
        /**
         * Adds an expected life and a replacement price for a kind of device or a model
         * @description Adds an expected life and a replacement price for a kind of device or a model.
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
         * Shows one expected life and replacement price
         * @description Shows one expected life and replacement price.
         */
        get: operations["ReplacementSettingsController_find"];
        put?: never;
        post?: never;
        /**
         * Deletes an expected life and replacement price
         * @description Deletes an expected life and replacement price.
         */
        delete: operations["ReplacementSettingsController_remove"];
        options?: never;
        head?: never;
        /**
         * Changes an expected life or a replacement price
         * @description Changes an expected life or a replacement price.
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
         * Lists saved reports by name
         * @description Lists saved reports by name. Accounts that see the whole district see every report. Other accounts see their own.
         */
        get: operations["SavedReportsController_list"];
        put?: never;
        /**
         * Saves a report, with or without a schedule
         * @description Saves a report, with or without a schedule.
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
         * Deletes a saved report and its schedule
         * @description Deletes a saved report and its schedule. The outputs that it already made are kept.
         */
        delete: operations["SavedReportsController_archive"];
        options?: never;
        head?: never;
        /**
         * Changes a saved report
         * @description Changes a saved report. Fields that you leave out stay as they are.
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
         * Lists the outputs of a saved report, latest first
         * @description Lists the outputs of a saved report, latest first.
         */
        get: operations["SavedReportsController_outputsOf"];
        put?: never;
        /**
         * Runs a saved report now, as a job, and emails it to its recipients
         * @description Runs a saved report now, as a job, and emails it to its recipients.
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
         * Lists every report that you can run
         * @description Lists every report that you can run.
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
         * Runs a report now and downloads all of it as CSV, XLSX or PDF
         * @description Runs a report now and downloads all of it as CSV, XLSX or PDF.
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
         * Runs a report now, with its parameters from the query, and shows it as a table
         * @description Runs a report now, with its parameters from the query, and shows it as a table. A long report is cut after its first rows.
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
         * Shows what changed between this output and the one before it, or another one that you name
         * @description Shows what changed between this output and the one before it, or another one that you name.
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
         * Lists the emails that this output was sent in, by address
         * @description Lists the emails that this output was sent in, by address.
         */
        get: operations["ReportOutputsController_deliveriesOf"];
        put?: never;
        /**
         * Emails an output, again or to other people
         * @description Emails an output, again or to other people. Use this also when it is uncertain whether an email went out.
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
         * Shows a report as it was at the time it was run
         * @description Shows a report as it was at the time it was run. A long report is cut after its first rows.
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
    "/api/v1/sanitizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists how the data on devices was removed, latest first
         * @description Lists how the data on devices was removed, latest first: one row for each device.
         */
        get: operations["SanitizationsController_list"];
        put?: never;
        /**
         * Records how the data on devices was removed
         * @description Records how the data on devices was removed. If it completed, the gate `sanitized` of these devices is open. The answer names each device that was refused, and why: one that is in use, or one on which a technique failed before and that must be destroyed.
         */
        post: operations["SanitizationsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sanitizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one sanitization, with the devices that you can see
         * @description Shows one sanitization, with the devices that you can see.
         */
        get: operations["SanitizationsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sanitizations/{id}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The certificate of a sanitization, as a PDF with all that NIST SP 800-88 Rev
         * @description The certificate of a sanitization, as a PDF with all that NIST SP 800-88 Rev. 2 lists in section 4.6.
         */
        get: operations["SanitizationsController_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sanitizations/{id}/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides about a completed sanitization
         * @description Decides about a completed sanitization: accept it, have it repeated, or escalate it to destroying.
         */
        post: operations["SanitizationsController_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sanitizations/techniques": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists which technique counts as which method of NIST SP 800-88 Rev
         * @description Lists which technique counts as which method of NIST SP 800-88 Rev. 2, for each medium, with the source. What is not listed is refused.
         */
        get: operations["SanitizationsController_techniques"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * Uploads up to 1,000 scans from a phone, in the order in which they were made
         * @description Uploads up to 1,000 scans from a phone, in the order in which they were made. Each scan gets one result: `applied`, `duplicate`, `conflict` (somebody decides it on the Conflicts page), `unknown` (the scan is kept until a device has the code) or `refused` (with a reason).
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
         * Lists your own scans, latest first
         * @description Lists your own scans, latest first.
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
         * Shows the photo of a scan
         * @description Shows the photo of a scan. Everyone who can see the code in the list of unknown codes can see the photo.
         */
        get: operations["ScanPhotosController_show"];
        /**
         * Uploads a photo of what an unknown code was on
         * @description Uploads a photo of what an unknown code was on: one JPEG, PNG or WebP file of at most 2 MiB, as multipart form data. A second upload replaces the first.
         */
        put: operations["ScanPhotosController_keep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/school-calendars/{schoolYear}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows when there is school in a school year, such as `2026-27`, and how many school days that makes
         * @description Shows when there is school in a school year, such as `2026-27`, and how many school days that makes.
         */
        get: operations["SchoolCalendarsController_find"];
        /**
         * Replaces the calendar of a school year
         * @description Replaces the calendar of a school year: the first and last day of school, holidays and breaks.
         */
        put: operations["SchoolCalendarsController_set"];
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
         * Shows who is signed in
         * @description Shows who is signed in.
         */
        get: operations["SessionController_show"];
        put?: never;
        /**
         * Signs in with an email address and a password
         * @description Signs in with an email address and a password. The answer sets the session cookie.
         */
        post: operations["SessionController_signIn"];
        /**
         * Signs out
         * @description Signs out. The session also ends on the server, so its cookie no longer works.
         */
        delete: operations["SessionController_signOut"];
        options?: never;
        head?: never;
        /**
         * Changes the settings of your own account
         * @description Changes the settings of your own account. Fields that you leave out stay as they are.
         */
        patch: operations["SessionController_change"];
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes the password of your own account
         * @description Changes the password of your own account. All other sessions of the account end; its API tokens still work. A wrong current password counts as a failed sign-in.
         */
        put: operations["SessionController_changePassword"];
        post?: never;
        delete?: never;
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
         * Tells whether a setup link still works, and what it is for
         * @description Tells whether a setup link still works, and what it is for.
         */
        get: operations["SetupController_show"];
        put?: never;
        /**
         * Creates the first district and its admin account
         * @description Creates the first district and its admin account. The setup link works only once.
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
         * Lists the sites that you can see, with their number of enrolled students in a school year
         * @description Lists the sites that you can see, with their number of enrolled students in a school year.
         */
        get: operations["SitesController_list"];
        put?: never;
        /**
         * Adds a site
         * @description Adds a site. Only accounts that see the whole district can do this.
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
         * @description Changes a site. This is also how you open, close or merge one. Imports no longer overwrite a field that was changed here.
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
         * Lists every number of enrolled students that was recorded for a site
         * @description Lists every number of enrolled students that was recorded for a site. For each school year the highest revision is the one in use.
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
         * Records how many enrolled students a site has in a school year, such as `2025-26`
         * @description Records how many enrolled students a site has in a school year, such as `2025-26`. `If-Match` is required once the site has a number for that year.
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
         * Downloads the selected sites as CSV, XLSX or PDF, in the columns of the import template
         * @description Downloads the selected sites as CSV, XLSX or PDF, in the columns of the import template.
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
         * Compares, for each site that you can see, the support that its devices need with the support that it is due and the support that it got
         * @description Compares, for each site that you can see, the support that its devices need with the support that it is due and the support that it got.
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
         * Shows how evenly support hours are spread over devices
         * @description Shows how evenly support hours are spread over devices: under each model, as they are now, and as they would be without gifts.
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
         * Shows a principal the support of one site
         * @description Shows a principal the support of one site: its technician, its days, what was delivered, what is waiting, and how nearby sites compare.
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
         * Shows expected and delivered support month by month, for all sites that you can see
         * @description Shows expected and delivered support month by month, for all sites that you can see.
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
         * Shows how much support one device of each kind needs, and the source of each figure
         * @description Shows how much support one device of each kind needs, and the source of each figure.
         */
        get: operations["LoadWeightsController_find"];
        /**
         * Replaces the district's own weights
         * @description Replaces the district's own weights. Earlier weights stay on record.
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
         * Lists the sweeps of your sites, latest first
         * @description Lists the sweeps of your sites, latest first.
         */
        get: operations["SweepsController_list"];
        put?: never;
        /**
         * Starts a sweep of a site, a room or a cart
         * @description Starts a sweep of a site, a room or a cart. The list of expected devices is fixed at this moment. Technicians then send scans with `sweep`.
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
         * Closes a sweep, keeps its findings as they are now, and takes the signature
         * @description Closes a sweep, keeps its findings as they are now, and takes the signature. It can also move devices to the rooms where they were found.
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
         * Lists each expected or seen device and each unknown code of a sweep, and what the sweep found about it
         * @description Lists each expected or seen device and each unknown code of a sweep, and what the sweep found about it.
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
         * Downloads the complete sweep report as CSV, XLSX or PDF
         * @description Downloads the complete sweep report as CSV, XLSX or PDF. The PDF shows the signature.
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
    "/api/v1/sweeps/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the signature that was drawn when the sweep was closed
         * @description Shows the signature that was drawn when the sweep was closed.
         */
        get: operations["SweepsController_signature"];
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
         * Lists rooms with devices that had no sweep for a year, or for the number of months that you choose
         * @description Lists rooms with devices that had no sweep for a year, or for the number of months that you choose.
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
         * Lists the number series for asset tags
         * @description Lists the number series for asset tags.
         */
        get: operations["TagsController_list"];
        put?: never;
        /**
         * Starts a number series for asset tags
         * @description Starts a number series for asset tags.
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
         * Lists the ranges of asset tags that were reserved from a series
         * @description Lists the ranges of asset tags that were reserved from a series.
         */
        get: operations["TagsController_ranges"];
        put?: never;
        /**
         * Reserves asset tags so that you can print them before the devices arrive
         * @description Reserves asset tags so that you can print them before the devices arrive. Rollcall never gives out these tags again.
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
         * Lists the technicians who have their home site at, or are assigned to, a site that you can see
         * @description Lists the technicians who have their home site at, or are assigned to, a site that you can see.
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
         * @description Changes a technician. Fields that you leave out stay as they are.
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
         * Lists time entries, latest first
         * @description Lists time entries, latest first: your own, those at the sites that you can see and, if you approve time, those of technicians whose home site you can see.
         */
        get: operations["TimeEntriesController_list"];
        put?: never;
        /**
         * Records a time entry for a visit, or for work that belongs to no site
         * @description Records a time entry for a visit, or for work that belongs to no site. If you send an `id` of your own, you can safely send the same entry again.
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
         * Shows a time entry with all of its earlier versions
         * @description Shows a time entry with all of its earlier versions.
         */
        get: operations["TimeEntriesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Corrects or withdraws a time entry
         * @description Corrects or withdraws a time entry. The earlier version stays on record, and the entry has to be approved again.
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
         * Approves up to 200 time entries, each in the version that you read
         * @description Approves up to 200 time entries, each in the version that you read. You cannot approve your own entries.
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
         * Lists your own tokens, without their secrets
         * @description Lists your own tokens, without their secrets.
         */
        get: operations["TokensController_list"];
        put?: never;
        /**
         * Creates a token for your own account
         * @description Creates a token for your own account. The answer is the only place where the secret is shown.
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
         * Revokes one of your own tokens
         * @description Revokes one of your own tokens. It stops working at once.
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
         * Lists scanned codes that no device had, each with the scans that wait for a device with this code
         * @description Lists scanned codes that no device had, each with the scans that wait for a device with this code.
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
         * Gives a code to a device of one of your sites, and applies the scans that waited for this code
         * @description Gives a code to a device of one of your sites, and applies the scans that waited for this code.
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
         * Dismisses a code, because it was misread or does not belong to a device
         * @description Dismisses a code, because it was misread or does not belong to a device.
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
         * Applies the waiting scans of a code, now that a device has it
         * @description Applies the waiting scans of a code, now that a device has it.
         */
        post: operations["UnknownCodesController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the files of claims that the district made for your company, latest first
         * @description Lists the files of claims that the district made for your company, latest first.
         */
        get: operations["VendorDeskController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the file of a batch
         * @description Downloads the file of a batch: always the same bytes under the same name.
         */
        get: operations["VendorDeskController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the claims that the district sent to your company, first those that you must answer first
         * @description Lists the claims that the district sent to your company, first those that you must answer first.
         */
        get: operations["VendorClaimsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one claim with its parts, photos and history
         * @description Shows one claim with its parts, photos and history.
         */
        get: operations["VendorClaimsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/claims/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads a photo or a paper that the district shares
         * @description Downloads a photo or a paper that the district shares.
         */
        get: operations["VendorClaimsController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/claims/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages between you and the district about a claim, oldest first
         * @description Lists the messages between you and the district about a claim, oldest first.
         */
        get: operations["VendorClaimsController_listMessages"];
        put?: never;
        /**
         * Writes a message to the district about a claim
         * @description Writes a message to the district about a claim.
         */
        post: operations["VendorClaimsController_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/claims/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers up to 200 claims at once
         * @description Answers up to 200 claims at once. A refusal concerns its own claim only.
         */
        post: operations["VendorClaimsController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the files of replies that your company uploaded, latest first
         * @description Lists the files of replies that your company uploaded, latest first.
         */
        get: operations["VendorRepliesController_list"];
        put?: never;
        /**
         * Uploads a file of replies to your claims
         * @description Uploads a file of replies to your claims. Send multipart form data, with these fields before the file: `kind` (`claim-replies`), `mode` (`rehearse` to check the file first, or `commit`), and optionally `mapping` and `reading`.
         */
        post: operations["VendorRepliesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one file
         * @description Shows one file: how far the work on it is, and how many rows had each outcome.
         */
        get: operations["VendorRepliesController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/replies/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes over the replies of a file that was checked
         * @description Takes over the replies of a file that was checked.
         */
        post: operations["VendorRepliesController_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/replies/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the refused rows with the reasons
         * @description Downloads the refused rows with the reasons. You can correct this file and upload it again.
         */
        get: operations["VendorRepliesController_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/replies/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the rows of a file with what has become of each, and why
         * @description Lists the rows of a file with what has become of each, and why.
         */
        get: operations["VendorRepliesController_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how your company keeps its promises to the district, quarter by quarter
         * @description Shows how your company keeps its promises to the district, quarter by quarter.
         */
        get: operations["VendorDeskController_scorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the vendors of the district, by name
         * @description Lists the vendors of the district, by name.
         */
        get: operations["VendorsController_list"];
        put?: never;
        /**
         * Adds a vendor
         * @description Adds a vendor.
         */
        post: operations["VendorsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one vendor
         * @description Shows one vendor.
         */
        get: operations["VendorsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a vendor
         * @description Changes a vendor. Fields that you leave out stay as they are.
         */
        patch: operations["VendorsController_change"];
        trace?: never;
    };
    "/api/v1/vendors/{id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the accounts of the people at a vendor
         * @description Lists the accounts of the people at a vendor.
         */
        get: operations["VendorPeopleController_listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Shuts the account of a person at a vendor, or opens it again
         * @description Shuts the account of a person at a vendor, or opens it again. A shut account is signed out within five seconds.
         */
        patch: operations["VendorPeopleController_changeAccount"];
        trace?: never;
    };
    "/api/v1/vendors/{id}/claim-checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what must be done before a claim of this vendor is ready, and a ready-made list to begin with
         * @description Shows what must be done before a claim of this vendor is ready, and a ready-made list to begin with.
         */
        get: operations["ChecklistsController_find"];
        /**
         * Writes the checklist of a vendor as a whole
         * @description Writes the checklist of a vendor as a whole. It applies to claims that become ready from now on.
         */
        put: operations["ChecklistsController_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/claim-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how much time this vendor gives the district for its own part of a claim
         * @description Shows how much time this vendor gives the district for its own part of a claim.
         */
        get: operations["ClaimTermsController_find"];
        /**
         * Writes these terms as a whole
         * @description Writes these terms as a whole. They apply to RMAs, quotes and parts that come from now on.
         */
        put: operations["ClaimTermsController_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows in which layout the vendor gets claims, how and when
         * @description Shows in which layout the vendor gets claims, how and when. Passwords, keys and secrets are never shown.
         */
        get: operations["VendorDeliveriesController_find"];
        /**
         * Sets all of it
         * @description Sets all of it. Passwords, keys and secrets that you leave out stay as they are.
         */
        put: operations["VendorDeliveriesController_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what people at a vendor see on their pages beside the fault of a device
         * @description Shows what people at a vendor see on their pages beside the fault of a device. By default, nothing.
         */
        get: operations["VendorDesksController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Decides what people at a vendor see
         * @description Decides what people at a vendor see. Fields that you leave out stay as they are.
         */
        patch: operations["VendorDesksController_change"];
        trace?: never;
    };
    "/api/v1/vendors/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the people who were invited to see and answer the claims of a vendor, latest first
         * @description Lists the people who were invited to see and answer the claims of a vendor, latest first.
         */
        get: operations["VendorPeopleController_invitations"];
        put?: never;
        /**
         * Invites a person who works at a vendor
         * @description Invites a person who works at a vendor. Rollcall sends them an email with a link that works once, for a week.
         */
        post: operations["VendorPeopleController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/invitations/{invitationId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a link for an open invitation, to hand over in another way than by email
         * @description Makes a link for an open invitation, to hand over in another way than by email. The answer is the only place where the link is shown. `link` is a path if this server does not know its own web address.
         */
        post: operations["VendorPeopleController_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/invitations/{invitationId}/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the email of an open invitation again
         * @description Sends the email of an open invitation again.
         */
        post: operations["VendorPeopleController_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/invitations/{invitationId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws an open invitation
         * @description Withdraws an open invitation. Its links no longer work.
         */
        post: operations["VendorPeopleController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/reply-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what the words of a vendor mean, and the words of its replies that nobody has given a meaning yet
         * @description Shows what the words of a vendor mean, and the words of its replies that nobody has given a meaning yet.
         */
        get: operations["ReplyWordsController_find"];
        /**
         * Gives words of a vendor a meaning, or takes it away
         * @description Gives words of a vendor a meaning, or takes it away. Replies that waited for a word are taken over, up to 1,000 at once. With `If-Match`, nothing is changed if somebody else has changed the words meanwhile.
         */
        put: operations["ReplyWordsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}/reply-words/ready-made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds the words of a mapping that comes with Rollcall
         * @description Adds the words of a mapping that comes with Rollcall. Words that have a meaning already keep it.
         */
        post: operations["ReplyWordsController_addReadyMade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/bad-lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compares how often each lot fails with the rest of its kind, over the devices that you can see
         * @description Compares how often each lot fails with the rest of its kind, over the devices that you can see. A lot is the devices of one model that were bought under one purchase reference. A failure is a claim for a defect. A lot is called bad only if chance does not explain its failures.
         */
        get: operations["BadLotsController_rates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/bad-lots/found": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the bad lots that are covered, or were when Rollcall found them
         * @description Lists the bad lots that are covered, or were when Rollcall found them. What must be claimed first comes first.
         */
        get: operations["BadLotsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/bad-lots/found/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one bad lot with its history
         * @description Shows one bad lot with its history.
         */
        get: operations["BadLotsController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/bad-lots/found/{id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the devices of a bad lot at the sites that you can see, with the last day of their coverage
         * @description Lists the devices of a bad lot at the sites that you can see, with the last day of their coverage.
         */
        get: operations["BadLotsController_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/bad-lots/found/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Marks a bad lot as handled, or opens it again
         * @description Marks a bad lot as handled, or opens it again. The note says what was done.
         */
        post: operations["BadLotsController_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/missed-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists claims with an invoice that a coverage would have paid on the day on which the claim was opened
         * @description Lists claims with an invoice that a coverage would have paid on the day on which the claim was opened: it had begun, had not ended, pays for this kind of fault, and had an incident left. Cancelled claims are left out.
         */
        get: operations["WarrantyFiguresController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/missed-coverage/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists devices that are in repair today although a coverage for defects has not ended, and that have no open claim, and none that was opened in the 30 days before the repair
         * @description Lists devices that are in repair today although a coverage for defects has not ended, and that have no open claim, and none that was opened in the 30 days before the repair. If the fault is a defect, the vendor of the coverage pays.
         */
        get: operations["WarrantyFiguresController_repairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/missed-coverage/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Adds up missed coverage at the sites that you can see
         * @description Adds up missed coverage at the sites that you can see.
         */
        get: operations["WarrantyFiguresController_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/warranty/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows how vendors keep their promises, quarter by quarter, over the claims of the devices that you can see
         * @description Shows how vendors keep their promises, quarter by quarter, over the claims of the devices that you can see.
         */
        get: operations["WarrantyFiguresController_scorecard"];
        put?: never;
        post?: never;
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
         * Lists the kinds of work, built-in and the district's own
         * @description Lists the kinds of work, built-in and the district's own.
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
            reason: "learning" | "leave" | "other" | "sick";
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
            role: "admin" | "its" | "lead" | "liaison" | "site_staff" | "technician" | "vendor";
            sites: string[];
            version: number;
        };
        /** @description How much support each site gets, as the district has decided. A version never changes. */
        AllocationModel: {
            bands: components["schemas"]["Band"][];
            exclusions: components["schemas"]["Exclusion"][];
            extras: components["schemas"]["Extra"][];
            /** @description School years for which the model was made, such as `2025-26`. Null means open-ended. */
            firstYear: string | null;
            /**
             * @description Whether the district gives sites what the model recommends. Otherwise, a site gets only the support that was
             *     recorded for it or purchased.
             */
            gives: boolean;
            /** @description Lower-case letters, digits and hyphens. */
            key: string;
            lastYear: string | null;
            name: string;
            options: components["schemas"]["PurchaseOption"][];
            /** @description What a site gets if it has no hours or days and buys none. */
            otherwise: string | null;
            /** @description The source of the numbers. */
            source: string;
            /** @description Calendar date of that source. */
            sourceDate: string;
            /** @enum {string} */
            unit: "days" | "hours";
            version: number;
        };
        /** @description A model applied to the caller's sites for a school year. Amounts are per week. */
        AllocationPlan: {
            /** @description True if the model was not made for this school year. */
            isOutsideYears: boolean;
            model: string;
            modelName: string;
            modelVersion: number;
            /** @description What a site gets if it has no hours or days and buys none. */
            otherwise: string | null;
            schoolYear: string;
            sites: components["schemas"]["SitePlan"][];
            technicians: components["schemas"]["PlanTechnicians"];
            totals: components["schemas"]["PlanTotals"];
            /** @enum {string} */
            unit: "days" | "hours";
        };
        AllocationSettings: {
            /** @description Key of the model in force. Plans and the support load use this model by default. Null if no model is in force. */
            model: string | null;
            /** @description Share of the technicians' days that proposals keep in reserve, from 0 to below 1. */
            reserveShare: number;
            setAside: components["schemas"]["SetAside"][];
            /** @description 0 until somebody saves the settings. */
            version: number;
        };
        /** @description All settings. Settings that you leave out are removed. */
        AllocationSettingsBody: {
            /** @description Key of the model in force; null for none. */
            model?: string | null;
            /** @description Share of the technicians' days that proposals keep in reserve. */
            reserveShare: number;
            /**
             * @description The time planned for travel, projects, learning and similar work.
             * @default []
             */
            setAside: components["schemas"]["SetAsideBody"][];
        };
        /** @description What a maker last said of a device. */
        AnswerView: {
            /** Format: date-time */
            askedAt: string;
            /** @description Warranties in the answer. */
            coverages: number;
            /** @description Why nothing was found, or what differs from what others entered. */
            detail: string | null;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            /** @enum {string} */
            maker: "apple" | "dell" | "hp" | "lenovo";
            /** @enum {string} */
            outcome: "failed" | "found" | "refused" | "unknown";
            /** @description As it was asked about. */
            serialNumber: string;
            /** @description Code of the site of the device. */
            site: string;
        };
        ApprovalBody: {
            /** Format: uuid */
            id: string;
            /** @description The version that you read. */
            version: number;
        };
        /** @description The result for one time entry of an approval request. */
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
        /** @description Time for work that is not for a site. */
        AsideHours: {
            /** @description With 2 decimals. */
            hours: number;
            name: string;
            /** @description Hours that the settings plan for the technicians of these weeks, with 2 decimals. Null if nothing is planned. */
            planned: number | null;
            work: string;
        };
        /** @description A technician's assignment to a site on a weekday, between two days. */
        AssignmentView: {
            endsOn: string;
            id: string;
            /** @description A person decided this, so proposals keep it. */
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
            /** @description From 1 for Monday to 7 for Sunday. */
            weekday: number;
        };
        /** @description One attempt to send a letter, once it is over. */
        AttemptView: {
            /** @description The answer of the receiver, or what went wrong. */
            answer: string;
            /** @description From 1. */
            attempt: number;
            /** Format: date-time */
            endedAt: string;
            /** @enum {string} */
            outcome: "delivered" | "refused_for_good" | "refused_for_now" | "unsure";
        };
        BadLotDetail: {
            /** @description The first of these devices loses its coverage after this day. */
            claimBy: string;
            /** @description Devices that were covered when the figures were taken. */
            coveredDevices: number;
            devices: number;
            /** @description With 1 decimal. */
            deviceYears: number;
            failures: number;
            /** Format: date-time */
            foundAt: string;
            id: string;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            /** @description The last of them loses it after this day. */
            lastCoverageOn: string;
            /** @description Manufacturer and model. */
            model: string;
            modelId: string;
            /** @description The steps that you can take now. */
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "handled" | "open";
            }[];
            /** @description Null for the devices of the model without a purchase reference. */
            purchaseReference: string | null;
            /** @description Upper limit, with 2 decimals. */
            rateHigh: number;
            /** @description Lower limit of the failures in 100 device-years (exact Poisson interval of 95%), with 2 decimals. */
            rateLow: number;
            /** @description Failures in 100 device-years of the other devices of the kind, with 2 decimals. */
            restRate: number;
            /** @enum {string} */
            state: "handled" | "open";
            /** @description The history, oldest first. */
            steps: components["schemas"]["StepView"][];
            /**
             * Format: date-time
             * @description When the figures were taken.
             */
            updatedAt: string;
            version: number;
        };
        /** @description A device of a bad lot that is in use, of the sites that you can see. */
        BadLotDevice: {
            assetTag: string | null;
            /** @description Number of the latest claim. Null if there is none. */
            claim: string | null;
            /** @description The last day of the coverage that lasts longest and pays for defects. Null if none is on record. */
            coveredUntil: string | null;
            id: string;
            serialNumber: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "deployed" | "disposed" | "in_repair" | "in_stock" | "missing" | "retired" | "void";
        };
        BadLotStepBody: {
            /** @description What was done, or why there is still something to do. */
            note: string;
            /** @enum {string} */
            step: "handle" | "reopen";
        };
        /** @description A bad lot as work for people. */
        BadLotView: {
            /** @description The first of these devices loses its coverage after this day. */
            claimBy: string;
            /** @description Devices that were covered when the figures were taken. */
            coveredDevices: number;
            devices: number;
            /** @description With 1 decimal. */
            deviceYears: number;
            failures: number;
            /** Format: date-time */
            foundAt: string;
            id: string;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            /** @description The last of them loses it after this day. */
            lastCoverageOn: string;
            /** @description Manufacturer and model. */
            model: string;
            modelId: string;
            /** @description The steps that you can take now. */
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "handled" | "open";
            }[];
            /** @description Null for the devices of the model without a purchase reference. */
            purchaseReference: string | null;
            /** @description Upper limit, with 2 decimals. */
            rateHigh: number;
            /** @description Lower limit of the failures in 100 device-years (exact Poisson interval of 95%), with 2 decimals. */
            rateLow: number;
            /** @description Failures in 100 device-years of the other devices of the kind, with 2 decimals. */
            restRate: number;
            /** @enum {string} */
            state: "handled" | "open";
            /**
             * Format: date-time
             * @description When the figures were taken.
             */
            updatedAt: string;
            version: number;
        };
        /** @description The amount per week for sites of some types with a range of enrolled students, both ends included. */
        Band: {
            /** @description Hours or days per week, in steps of 0.25. */
            amount: number;
            fromPupils: number;
            /** @description Null for "and more". */
            toPupils: number | null;
            types: ("elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse")[];
        };
        BandBody: {
            /** @description Hours or days per week, in steps of 0.25. */
            amount: number;
            fromPupils: number;
            /** @description The highest number in the range. Null if the range has no upper limit. */
            toPupils?: number | null;
            types: ("elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse")[];
        };
        /** @description Each row is checked by itself, so one wrong row does not stop the others. */
        BatchBody: {
            rows: {
                [key: string]: unknown;
            }[];
        };
        /** @description A file on its way to one address. */
        BatchDeliveryView: {
            address: string;
            attempts: components["schemas"]["DeliveryAttempt"][];
            /** @description `sftp`, `email` or `https`. */
            channel: string;
            id: string;
            /**
             * Format: date-time
             * @description Null unless it is waiting.
             */
            nextAttemptAt: string | null;
            /** @description 1 at first. The number goes up by 1 each time that somebody sends the file again. */
            round: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "failed" | "kept" | "sending" | "sent" | "taken" | "unsure" | "waiting";
        };
        BatchDetail: {
            /** @description What Rollcall cut or replaced in the file; at most 200 claims. */
            changed: components["schemas"]["RemarkedClaim"][];
            claimCount: number;
            /** @description Ids of the claims, in the order of the file. */
            claims: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description Name or email of the account. Null for the vendor's schedule. */
            createdByName: string | null;
            fileName: string;
            /** @description Whether the file has names of people, which the district allowed for this vendor. */
            hasNames: boolean;
            id: string;
            /** @description Key of the layout in which the file is written, and its version then. */
            layout: string;
            layoutVersion: number;
            mediaType: string;
            /** @description Rows of the file, without its headers. */
            rowCount: number;
            /** @description Counts up for each vendor, from 1, without gaps. */
            sequence: number;
            /** @description Of the file, in lower-case hexadecimal digits. */
            sha256: string;
            sizeBytes: number;
            supersededBy: string | null;
            /** @description Id of the batch that this one supersedes, and of the one that supersedes it. */
            supersedes: string | null;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
        };
        /** @description What came of a request for a batch. */
        BatchMade: {
            /** @description What Rollcall cut or replaced in the file; at most 200 claims. */
            changed: components["schemas"]["RemarkedClaim"][];
            claimCount: number;
            /** @description Ids of the claims, in the order of the file. */
            claims: string[];
            /** Format: date-time */
            createdAt: string;
            /** @description Name or email of the account. Null for the vendor's schedule. */
            createdByName: string | null;
            fileName: string;
            /** @description Whether the file has names of people, which the district allowed for this vendor. */
            hasNames: boolean;
            id: string;
            /** @description Key of the layout in which the file is written, and its version then. */
            layout: string;
            layoutVersion: number;
            mediaType: string;
            /** @description Claims that stay ready, and what they lack; at most 200 of them. */
            notSent: components["schemas"]["RemarkedClaim"][];
            /** @description Rows of the file, without its headers. */
            rowCount: number;
            /** @description Counts up for each vendor, from 1, without gaps. */
            sequence: number;
            /** @description Of the file, in lower-case hexadecimal digits. */
            sha256: string;
            sizeBytes: number;
            /** @description Claims of the vendor that are still ready. */
            stillReady: number;
            supersededBy: string | null;
            /** @description Id of the batch that this one supersedes, and of the one that supersedes it. */
            supersedes: string | null;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
        };
        /** @description The result for one row of a batch. */
        BatchResult: {
            code?: string;
            detail?: string;
            id?: string;
            index: number;
            /** @description What Rollcall did that the row did not literally ask for. */
            notes?: components["schemas"]["RowNote"][];
            /** @enum {string} */
            outcome: "added" | "changed" | "refused" | "unchanged";
            version?: number;
        };
        /** @description "Workdays at 16:00, if anything is ready", in the district's time zone. */
        BatchSchedule: {
            /** @description `HH:MM`. */
            at: string;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekdays: number[];
        };
        BatchScheduleBody: {
            /** @description Such as `16:00`, in the district's time zone. */
            at: string;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekdays: number[];
        };
        /** @description A file of claims for one vendor. Nothing of it ever changes, but for the batch that supersedes it. */
        BatchView: {
            claimCount: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Name or email of the account. Null for the vendor's schedule. */
            createdByName: string | null;
            fileName: string;
            /** @description Whether the file has names of people, which the district allowed for this vendor. */
            hasNames: boolean;
            id: string;
            /** @description Key of the layout in which the file is written, and its version then. */
            layout: string;
            layoutVersion: number;
            mediaType: string;
            /** @description Rows of the file, without its headers. */
            rowCount: number;
            /** @description Counts up for each vendor, from 1, without gaps. */
            sequence: number;
            /** @description Of the file, in lower-case hexadecimal digits. */
            sha256: string;
            sizeBytes: number;
            supersededBy: string | null;
            /** @description Id of the batch that this one supersedes, and of the one that supersedes it. */
            supersedes: string | null;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
        };
        BoardItemChangeBody: {
            /** @enum {string} */
            decision?: "planned" | "approved" | "in_part" | "refused";
            /** @enum {string} */
            finding?: "17545" | "17546_a" | "17546_b" | "17546_c" | "17540" | "17542" | "other";
            /** @description The words of the finding, if `finding` is `other`. */
            findingText?: string | null;
            /** @description Ids of the lots that the item names. An approved item that names none is valid for every lot. */
            lots?: string[];
            /** @description A date, `YYYY-MM-DD`. */
            meetingOn?: string;
            note?: string | null;
            number?: string;
            /** @description Members of the board who were present. */
            present?: number | null;
            title?: string;
            /** @description Lots can be approved by it from this day on. By default, the day of the meeting. */
            validFrom?: string;
            /** @description The last day. By default, a year after the meeting. */
            validTo?: string;
            /** @description How many of them voted yes. */
            yes?: number | null;
        };
        BoardItemDetail: {
            /** @enum {string} */
            decision: "approved" | "in_part" | "planned" | "refused";
            /** @description What our sources could not settle. */
            doubt: string | null;
            /** @enum {string} */
            finding: "17540" | "17542" | "17545" | "17546_a" | "17546_b" | "17546_c" | "other";
            /** @description The words of the finding, if they are the district's own. */
            findingText: string | null;
            id: string;
            /** @description Whether every member present must vote yes. */
            isUnanimous: boolean;
            lots: components["schemas"]["BoardItemLotView"][];
            /** @description How many lots were approved by it. */
            lotsApproved: number;
            /** @description How many lots it names. */
            lotsNamed: number;
            meetingOn: string;
            note: string | null;
            notices: components["schemas"]["NoticeView"][];
            number: string;
            present: number | null;
            source: string;
            /** @description Section of the law, and the words to be adopted. */
            statute: string;
            title: string;
            validFrom: string;
            validTo: string;
            version: number;
            words: string | null;
            yes: number | null;
        };
        BoardItemLotView: {
            devices: number;
            id: string;
            /** @description Whether the item names it. It may have been approved by an item that names no lots. */
            isNamed: boolean;
            name: string;
            number: number;
            /** @enum {string} */
            route: "agency_transfer" | "donate" | "historical" | "lease_return" | "recycle" | "sell" | "trade_in" | "vendor_swap" | "write_off";
            state: string;
        };
        BoardItemView: {
            /** @enum {string} */
            decision: "approved" | "in_part" | "planned" | "refused";
            /** @enum {string} */
            finding: "17540" | "17542" | "17545" | "17546_a" | "17546_b" | "17546_c" | "other";
            /** @description The words of the finding, if they are the district's own. */
            findingText: string | null;
            id: string;
            /** @description How many lots were approved by it. */
            lotsApproved: number;
            /** @description How many lots it names. */
            lotsNamed: number;
            meetingOn: string;
            note: string | null;
            number: string;
            present: number | null;
            title: string;
            validFrom: string;
            validTo: string;
            version: number;
            yes: number | null;
        };
        BulkBody: {
            change: components["schemas"]["DeviceBody"];
            /** @description How many devices the caller expects to change. Rollcall refuses the change if the number differs. */
            expect?: number;
            filter: components["schemas"]["DeviceFilterQuery"];
            /** @description If true, Rollcall only finds out which devices would change and which would be refused, and changes nothing. */
            rehearse?: boolean;
        };
        CartChangeBody: {
            /** @description The first day on which the room or cart is no longer used. Null opens it again. */
            closedOn?: string | null;
            name?: string;
            /**
             * Format: uuid
             * @description A room of the same site, or null. The devices in the cart move with it.
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
            cause: "corrected" | "deployed" | "disposed" | "found" | "lost" | "opened" | "purchased" | "region_redrawn" | "repair" | "replaced" | "retired" | "returned" | "reused" | "transferred";
            change: number;
        };
        /** @description Why a claim cannot be written, or what Rollcall did to its values. */
        CellRemark: {
            /** @enum {string} */
            code: "CUT" | "MISSING" | "NOT_ENCODABLE" | "REPLACED" | "TOO_LONG";
            /** @description Header of the column. */
            column: string;
            detail: string;
        };
        /** @description A row that is only in one of the two outputs, or whose numbers differ. */
        ChangedRow: {
            /** @enum {string} */
            change: "added" | "changed" | "removed";
            /** @description Values of the key columns. */
            key: unknown[];
            /** @description The columns of numbers that differ. */
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
            kind: "batch" | "bulk" | "import" | "lot" | "replacement" | "scan_batch" | "single" | "sync" | "undo";
            /** Format: date-time */
            recordedAt: string;
            subjectId: string | null;
            undoesId: string | null;
            undoneById: string | null;
        };
        /** @description The chart is printed in gray, so lines differ by their dashes and bars by their shade. */
        Chart: {
            /** @enum {string} */
            kind: "bars" | "lines";
            labels: string[];
            series: {
                name: string;
                values: (number | null)[];
            }[];
            /** @description The unit of the values, such as `devices`. */
            unit: string;
        };
        ChecklistBody: {
            /** @description The whole list, in its order. An empty list: nothing is asked. */
            points: components["schemas"]["ChecklistPointBody"][];
        };
        /** @description One thing that must be done before a claim of a vendor is ready. */
        ChecklistPoint: {
            /** @description Name of the point. It stays the same when the label changes, so that ticks stay. */
            key: string;
            /** @enum {string} */
            kind: "confirmation" | "data_removal" | "management_lock" | "photo" | "proof_of_purchase";
            /** @description What a technician reads. */
            label: string;
        };
        ChecklistPointBody: {
            /** @description Name of the point. Keep it when you change the label, so that claims keep what was ticked. */
            key: string;
            /**
             * @description `confirmation` is a tick. `management_lock` is answered with `lock_off` or `deprovisioned`, and `data_removal` with
             *     `wiped` or `by_vendor`. `photo` and `proof_of_purchase` are told from the claim and its device.
             * @default confirmation
             * @enum {string}
             */
            kind: "confirmation" | "management_lock" | "data_removal" | "photo" | "proof_of_purchase";
            /** @description What technicians read. */
            label: string;
        };
        ChecklistView: {
            /** @description What must be done before a claim of this vendor is ready. */
            points: components["schemas"]["ChecklistPoint"][];
            /** @description A list to begin with. It applies only once you save it as the list of this vendor. */
            readyMade: components["schemas"]["ChecklistPoint"][];
            /** @description 0 while the vendor has no checklist. */
            version: number;
        };
        ClaimBody: {
            code: string;
            /**
             * Format: uuid
             * @description The device that the code is on.
             */
            deviceId: string;
        };
        ClaimChangeBody: {
            /**
             * @description Only while the claim is a draft.
             * @enum {string}
             */
            category?: "screen" | "keyboard" | "trackpad" | "battery" | "power" | "charging_port" | "hinge" | "case" | "camera" | "audio" | "storage" | "mainboard" | "network" | "liquid" | "software" | "other";
            contact?: components["schemas"]["ClaimContactBody"] | null;
            costApprovedCents?: number | null;
            costInvoicedCents?: number | null;
            costQuotedCents?: number | null;
            /**
             * Format: uuid
             * @description Another coverage of the device. Only while the claim is a draft. By default, Rollcall chooses the coverage of the
             *     vendor that should pay.
             */
            coverageId?: string;
            /** @description The district's own number, such as that of a ticket. */
            districtReference?: string | null;
            /** @description The day for which the vendor promises it. */
            expectedOn?: string | null;
            /** @description Only while the claim is a draft. */
            isAccidental?: boolean;
            /** @description What is wrong. Only while the claim is a draft. */
            observed?: string;
            /**
             * @description The last day on which the defective part can be back at the vendor. By default, it is counted by the terms of the
             *     vendor when the outcome is `part_shipped`.
             */
            partDueOn?: string | null;
            /** @description The day on which the defective part was sent back. */
            partReturnedOn?: string | null;
            /** @description All parts that are asked for, in the place of those before. Only until the claim is sent. */
            parts?: components["schemas"]["ClaimPartBody"][];
            /** @description The last day on which the district can approve the quote. By default, it is counted by the terms of the vendor. */
            quoteDueOn?: string | null;
            /** @description The vendor's number for the claim. */
            reference?: string | null;
            /**
             * @description The service that is asked for. Only until the claim is sent.
             * @enum {string|null}
             */
            requestedService?: "depot" | "carry_in" | "on_site" | "parts_only" | "advance_exchange" | null;
            /** @description The vendor's return authorization. */
            rma?: string | null;
            /** @description The last day on which the RMA can be used. By default, it is counted by the terms of the vendor. */
            rmaExpiresOn?: string | null;
            /** @description By default, the site of the device. */
            shipFrom?: components["schemas"]["ShipFromBody"] | null;
            trackingBack?: string | null;
            trackingOut?: string | null;
            tried?: string | null;
            /** @description Key of another vendor. Only while the claim is a draft. */
            vendor?: string;
        };
        ClaimCheckBody: {
            /** @description For a point with answers. */
            answer?: string;
            /**
             * @description False takes the tick back.
             * @default true
             */
            isDone: boolean;
            /** @description The point of the vendor's checklist. */
            key: string;
            /** @description Why. Needed for `deprovisioned`: the reason that keeps the license. */
            reason?: string;
        };
        /** @description What became of the ticks of one of many claims. */
        ClaimCheckResult: {
            /** @description The checklist as it is now. */
            checklist?: components["schemas"]["ClaimCheckView"][];
            /** @description Why it was refused. */
            code?: string;
            detail?: string;
            id: string;
            /** @description Place of the claim in the request, from 0. */
            index: number;
            /** @enum {string} */
            outcome: "done" | "refused";
        };
        /** @description Ticks of many claims of one vendor. */
        ClaimChecksBody: {
            /** @description Ids of claims. */
            claims: string[];
            points: components["schemas"]["ClaimCheckBody"][];
        };
        /** @description A point of the checklist of a claim's vendor, and whether it is done. */
        ClaimCheckView: {
            /** @description What was chosen, for a point with answers. */
            answer: string | null;
            /**
             * Format: date-time
             * @description Null for what the claim and its device tell.
             */
            doneAt: string | null;
            /** @description Name or email of the account. */
            doneByName: string | null;
            isDone: boolean;
            key: string;
            /** @enum {string} */
            kind: "confirmation" | "data_removal" | "management_lock" | "photo" | "proof_of_purchase";
            label: string;
            reason: string | null;
        };
        /** @description Whom the vendor can ask. */
        ClaimContact: {
            email: string | null;
            name: string;
            phone: string | null;
        };
        /** @description Whom the vendor can ask, a member of the staff. Vendors read it. */
        ClaimContactBody: {
            /** Format: email */
            email?: string | null;
            name: string;
            phone?: string | null;
        };
        ClaimDetail: {
            /** Format: date-time */
            acknowledgedAt: string | null;
            /** @description The box in which it went with others. */
            box: string | null;
            /** @enum {string} */
            category: "audio" | "battery" | "camera" | "case" | "charging_port" | "hinge" | "keyboard" | "liquid" | "mainboard" | "network" | "other" | "power" | "screen" | "software" | "storage" | "trackpad";
            /** @description What must be done before the claim is ready. Empty if its vendor has no checklist. */
            checklist: components["schemas"]["ClaimCheckView"][];
            /** @description Whom the vendor can ask. */
            contact: components["schemas"]["ClaimContact"] | null;
            costApprovedCents: number | null;
            costInvoicedCents: number | null;
            costQuotedCents: number | null;
            /** @description The coverage that should pay. Null if there is none. */
            coverageId: string | null;
            /** @enum {string|null} */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            /** @description Manufacturer and model of the device. */
            deviceModel: string;
            /** @description The district's own number, such as that of a ticket. */
            districtReference: string | null;
            /** @description The first of these days by which the district must still do something. */
            dueOn: string | null;
            /**
             * Format: date-time
             * @description When it was closed or cancelled.
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description When it goes one level higher if the vendor does nothing. Null while no clock runs.
             */
            escalatesAt: string | null;
            /** @description 0 until it is sent, then 1 to 3. It goes up when the vendor does not keep a promise. */
            escalationLevel: number;
            /** @description Levels that the claim came to, oldest first. */
            escalations: components["schemas"]["EscalationView"][];
            expectedOn: string | null;
            /** @description Photos and papers, oldest first. */
            files: components["schemas"]["ClaimFileView"][];
            id: string;
            isAccidental: boolean;
            /** @description The steps that you can take now. */
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            }[];
            /** @description Such as `C-2026-000123`. */
            number: string;
            observed: string;
            /** Format: date-time */
            openedAt: string;
            /** @description Name or email of the account. */
            openedByName: string | null;
            /** @enum {string|null} */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            /** @description The last day on which the defective part can be back at the vendor. */
            partDueOn: string | null;
            /** @description The day on which the defective part was sent back. */
            partReturnedOn: string | null;
            /** @description The parts that the district asks for. */
            parts: components["schemas"]["ClaimPartView"][];
            /** @description The pool of which the claim has an incident. Null if its coverage shares none, or if there was none left. */
            poolId: string | null;
            /** @description The last day on which the district can approve the quote. */
            quoteDueOn: string | null;
            reference: string | null;
            /** @description Asset tag of that device, or its serial number if it has no tag. */
            replacementCode: string | null;
            /** @description The device that the vendor sent for this one. Null if it came back itself. */
            replacementDeviceId: string | null;
            /**
             * @description The service that the district asks for.
             * @enum {string|null}
             */
            requestedService: "advance_exchange" | "carry_in" | "depot" | "on_site" | "parts_only" | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description How often it was sent again after a denial. */
            resubmissions: number;
            /**
             * Format: date-time
             * @description When it came back from the vendor.
             */
            returnedAt: string | null;
            rma: string | null;
            /** @description The last day on which the RMA can be used. */
            rmaExpiresOn: string | null;
            /** Format: date-time */
            sentAt: string | null;
            serialNumber: string | null;
            /** @description Where the device is shipped from. By default, the site of the device. */
            shipFrom: components["schemas"]["ShipFrom"];
            /** @description When the device went to the vendor and came back, oldest first. */
            shipments: components["schemas"]["ShipmentView"][];
            /**
             * Format: date-time
             * @description When the bench scanned that the device went to the vendor.
             */
            shippedAt: string | null;
            /** @description The address is that of the site, because nobody entered another one. */
            shipsFromSite: boolean;
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            /** @description The history, oldest first: who took each step, when and why. */
            steps: components["schemas"]["StepView"][];
            trackingBack: string | null;
            trackingOut: string | null;
            tried: string | null;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
            version: number;
            /** @description Why the vendor may refuse to pay. */
            warnings: components["schemas"]["ClaimWarning"][];
            /**
             * Format: date-time
             * @description When somebody accepted the warnings.
             */
            warningsAcceptedAt: string | null;
            /** @description Name or email of the account that accepted them. */
            warningsAcceptedByName: string | null;
        };
        ClaimEscalationBody: {
            /** @description Why the claim goes one level higher. The vendor reads it. */
            reason: string;
        };
        ClaimFileChangeBody: {
            /** @description Whether the vendor of the claim may see it. */
            isShared?: boolean;
            /** @enum {string} */
            kind?: "photo" | "proof_of_purchase" | "other";
        };
        ClaimFileView: {
            /** Format: date-time */
            addedAt: string;
            /** @description Name or email of the account. */
            addedByName: string | null;
            id: string;
            /** @description Whether the vendor of the claim may see it. */
            isShared: boolean;
            /** @enum {string} */
            kind: "other" | "photo" | "proof_of_purchase";
            mediaType: string;
            name: string;
            sizeBytes: number;
        };
        ClaimMessageBody: {
            /** @description The vendor and the district both read it. */
            text: string;
        };
        /** @description A message as both sides see it. */
        ClaimMessageView: {
            /** @description Name of the district, or of the person at the vendor. The vendor never reads who wrote it in the district. */
            from: string;
            id: string;
            /**
             * @description Who wrote it: somebody of the district, or of the vendor.
             * @enum {string}
             */
            side: "district" | "vendor";
            text: string;
            /** Format: date-time */
            writtenAt: string;
        };
        /** @description A part that is asked for: its number, its description, or both. */
        ClaimPartBody: {
            description?: string | null;
            /**
             * @description Whether the defective part must go back to the vendor.
             * @default true
             */
            mustReturn: boolean;
            /** @description The vendor's number of the part. */
            number?: string | null;
            /** @default 1 */
            quantity: number;
        };
        /** @description A part that a claim asks for. */
        ClaimPartView: {
            description: string | null;
            /** @description Whether the defective part must go back to the vendor. */
            mustReturn: boolean;
            number: string | null;
            /** @description From 1. */
            position: number;
            quantity: number;
        };
        /** @description The device that the vendor sent for the claimed one. */
        ClaimReplacementBody: {
            /** @description A tag of its own, or null for none. By default, the new device takes over the tag of the claimed one. */
            assetTag?: string | null;
            /**
             * @description How the data on the claimed device was removed: the district wiped it, or the vendor states that it does. Needed
             *     unless the register knows it already.
             * @enum {string}
             */
            dataRemoved?: "wiped" | "by_vendor";
            /** @description By default, the manufacturer of the claimed device. */
            manufacturer?: string;
            /** @description By default, the model of the claimed device. */
            model?: string;
            /** @description The serial number of the new device. If it is that of the claimed device, nothing is replaced. */
            serialNumber: string;
            /**
             * @description `deployed`: the new device goes to the person, the room and the cart of the claimed one.
             * @default in_stock
             * @enum {string}
             */
            status: "in_stock" | "deployed";
        };
        ClaimReplyDetail: {
            claimId: string;
            /** @description Such as `C-2026-000123`. */
            claimNumber: string;
            /** @enum {string} */
            claimState: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            costCents: number | null;
            /** @enum {string|null} */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            expectedOn: string | null;
            id: string;
            /** @description Id of the import that brought it. */
            importId: string | null;
            note: string | null;
            /** @enum {string|null} */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Name or email of the account that loaded the file or answered on the vendor's pages. */
            receivedByName: string | null;
            reference: string | null;
            /** @description Serial number of the device that the vendor sent for the claimed one. */
            replacementSerial: string | null;
            rma: string | null;
            /**
             * Format: date-time
             * @description When the vendor noted it, in its own system.
             */
            saidAt: string | null;
            serialNumber: string | null;
            /** @enum {string} */
            source: "desk" | "file" | "https";
            /**
             * @description `waiting`: for a person. `undone`: with the file that brought it.
             * @enum {string}
             */
            state: "applied" | "dismissed" | "undone" | "waiting";
            /** @description What people did with it: who, when and why. */
            steps: components["schemas"]["StepView"][];
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
            version: number;
            /**
             * @description Why it had to wait, and what to do. Null if it never had to.
             * @enum {string|null}
             */
            why: "MOVES_BACK" | "NOT_WITH_VENDOR" | "OUTCOME_MISSING" | "OUT_OF_ORDER" | "SAID_BEFORE_RESUBMISSION" | "UNKNOWN_WORD" | null;
            whyDetail: string | null;
            /** @description The vendor's word for what has become of the claim. */
            word: string | null;
        };
        /** @description What a vendor said of a claim, and what has become of it. */
        ClaimReplyView: {
            claimId: string;
            /** @description Such as `C-2026-000123`. */
            claimNumber: string;
            /** @enum {string} */
            claimState: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            costCents: number | null;
            /** @enum {string|null} */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            expectedOn: string | null;
            id: string;
            /** @description Id of the import that brought it. */
            importId: string | null;
            note: string | null;
            /** @enum {string|null} */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Name or email of the account that loaded the file or answered on the vendor's pages. */
            receivedByName: string | null;
            reference: string | null;
            /** @description Serial number of the device that the vendor sent for the claimed one. */
            replacementSerial: string | null;
            rma: string | null;
            /**
             * Format: date-time
             * @description When the vendor noted it, in its own system.
             */
            saidAt: string | null;
            serialNumber: string | null;
            /** @enum {string} */
            source: "desk" | "file" | "https";
            /**
             * @description `waiting`: for a person. `undone`: with the file that brought it.
             * @enum {string}
             */
            state: "applied" | "dismissed" | "undone" | "waiting";
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
            version: number;
            /**
             * @description Why it had to wait, and what to do. Null if it never had to.
             * @enum {string|null}
             */
            why: "MOVES_BACK" | "NOT_WITH_VENDOR" | "OUTCOME_MISSING" | "OUT_OF_ORDER" | "SAID_BEFORE_RESUBMISSION" | "UNKNOWN_WORD" | null;
            whyDetail: string | null;
            /** @description The vendor's word for what has become of the claim. */
            word: string | null;
        };
        ClaimStepBody: {
            /** @description For `ready`: you have read the claim's warnings and want to send it all the same. */
            acceptWarnings?: boolean;
            costApprovedCents?: number | null;
            costInvoicedCents?: number | null;
            costQuotedCents?: number | null;
            /**
             * @description Needed for `deny`.
             * @enum {string}
             */
            denialReason?: "customer_damage" | "liquid" | "cosmetic" | "wear" | "altered_serial" | "limit_used" | "not_on_plan" | "no_fault_found" | "other";
            /** @description The day for which the vendor promises it. */
            expectedOn?: string | null;
            /**
             * @description Needed for `resolve`.
             * @enum {string}
             */
            outcome?: "repaired" | "part_shipped" | "replaced" | "credited" | "no_fault_found";
            /**
             * @description The last day on which the defective part can be back at the vendor. By default, it is counted by the terms of the
             *     vendor when the outcome is `part_shipped`.
             */
            partDueOn?: string | null;
            /** @description The day on which the defective part was sent back. */
            partReturnedOn?: string | null;
            /** @description The last day on which the district can approve the quote. By default, it is counted by the terms of the vendor. */
            quoteDueOn?: string | null;
            /** @description Why. Needed for `wait`, `resubmit`, `reopen` and `cancel`. */
            reason?: string;
            /** @description The vendor's number for the claim. */
            reference?: string | null;
            /** @description For `resolve` with the outcome `replaced`: the device that the vendor sent, if it has another serial number. */
            replacement?: components["schemas"]["ClaimReplacementBody"];
            /** @description The vendor's return authorization. */
            rma?: string | null;
            /** @description The last day on which the RMA can be used. By default, it is counted by the terms of the vendor. */
            rmaExpiresOn?: string | null;
            /** @enum {string} */
            step: "ready" | "redraft" | "send" | "acknowledge" | "start" | "wait" | "resume" | "resolve" | "deny" | "resubmit" | "reopen" | "close" | "cancel";
            trackingBack?: string | null;
            trackingOut?: string | null;
        };
        /** @description What became of a step for one of many claims. */
        ClaimStepResult: {
            /** @description Why it was refused. */
            code?: string;
            detail?: string;
            id: string;
            /** @description Place of the claim in the request, from 0. */
            index: number;
            /** @enum {string} */
            outcome: "done" | "refused";
        };
        /** @description One step for many claims. */
        ClaimStepsBody: {
            /** @description For `ready`: you have read the claim's warnings and want to send it all the same. */
            acceptWarnings?: boolean;
            /** @description Ids of claims. */
            claims: string[];
            costApprovedCents?: number | null;
            costInvoicedCents?: number | null;
            costQuotedCents?: number | null;
            /**
             * @description Needed for `deny`.
             * @enum {string}
             */
            denialReason?: "customer_damage" | "liquid" | "cosmetic" | "wear" | "altered_serial" | "limit_used" | "not_on_plan" | "no_fault_found" | "other";
            /** @description The day for which the vendor promises it. */
            expectedOn?: string | null;
            /**
             * @description Needed for `resolve`.
             * @enum {string}
             */
            outcome?: "repaired" | "part_shipped" | "replaced" | "credited" | "no_fault_found";
            /**
             * @description The last day on which the defective part can be back at the vendor. By default, it is counted by the terms of the
             *     vendor when the outcome is `part_shipped`.
             */
            partDueOn?: string | null;
            /** @description The day on which the defective part was sent back. */
            partReturnedOn?: string | null;
            /** @description The last day on which the district can approve the quote. By default, it is counted by the terms of the vendor. */
            quoteDueOn?: string | null;
            /** @description Why. Needed for `wait`, `resubmit`, `reopen` and `cancel`. */
            reason?: string;
            /** @description The vendor's number for the claim. */
            reference?: string | null;
            /** @description The vendor's return authorization. */
            rma?: string | null;
            /** @description The last day on which the RMA can be used. By default, it is counted by the terms of the vendor. */
            rmaExpiresOn?: string | null;
            /** @enum {string} */
            step: "ready" | "redraft" | "send" | "acknowledge" | "start" | "wait" | "resume" | "resolve" | "deny" | "resubmit" | "reopen" | "close" | "cancel";
            trackingBack?: string | null;
            trackingOut?: string | null;
        };
        /** @description What a vendor gives the district. What is left out, or null, the vendor does not say. */
        ClaimTermsBody: {
            /** @description Devices that go in one box. */
            boxSlots?: number | null;
            /** @description Calendar days after the vendor shipped a part, until the defective part must be back. */
            partBackDays?: number | null;
            /** @description Calendar days for which a quote is good. */
            quoteDays?: number | null;
            /** @description Calendar days for which an RMA is good. */
            rmaDays?: number | null;
        };
        ClaimTermsView: {
            /** @description Devices that go in one box. */
            boxSlots: number | null;
            /** @description Calendar days after the vendor shipped a part, until the defective part must be back. */
            partBackDays: number | null;
            /** @description Calendar days for which a quote is good. */
            quoteDays: number | null;
            /** @description Calendar days for which an RMA is good. */
            rmaDays: number | null;
            /** @description 0 until somebody saves the terms of this vendor. */
            version: number;
        };
        /** @description A claim as lists show it. */
        ClaimView: {
            /** Format: date-time */
            acknowledgedAt: string | null;
            /** @description The box in which it went with others. */
            box: string | null;
            /** @enum {string} */
            category: "audio" | "battery" | "camera" | "case" | "charging_port" | "hinge" | "keyboard" | "liquid" | "mainboard" | "network" | "other" | "power" | "screen" | "software" | "storage" | "trackpad";
            /** @description Whom the vendor can ask. */
            contact: components["schemas"]["ClaimContact"] | null;
            costApprovedCents: number | null;
            costInvoicedCents: number | null;
            costQuotedCents: number | null;
            /** @description The coverage that should pay. Null if there is none. */
            coverageId: string | null;
            /** @enum {string|null} */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            /** @description Manufacturer and model of the device. */
            deviceModel: string;
            /** @description The district's own number, such as that of a ticket. */
            districtReference: string | null;
            /** @description The first of these days by which the district must still do something. */
            dueOn: string | null;
            /**
             * Format: date-time
             * @description When it was closed or cancelled.
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description When it goes one level higher if the vendor does nothing. Null while no clock runs.
             */
            escalatesAt: string | null;
            /** @description 0 until it is sent, then 1 to 3. It goes up when the vendor does not keep a promise. */
            escalationLevel: number;
            expectedOn: string | null;
            id: string;
            isAccidental: boolean;
            /** @description The steps that you can take now. */
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            }[];
            /** @description Such as `C-2026-000123`. */
            number: string;
            observed: string;
            /** Format: date-time */
            openedAt: string;
            /** @description Name or email of the account. */
            openedByName: string | null;
            /** @enum {string|null} */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            /** @description The last day on which the defective part can be back at the vendor. */
            partDueOn: string | null;
            /** @description The day on which the defective part was sent back. */
            partReturnedOn: string | null;
            /** @description The pool of which the claim has an incident. Null if its coverage shares none, or if there was none left. */
            poolId: string | null;
            /** @description The last day on which the district can approve the quote. */
            quoteDueOn: string | null;
            reference: string | null;
            /** @description Asset tag of that device, or its serial number if it has no tag. */
            replacementCode: string | null;
            /** @description The device that the vendor sent for this one. Null if it came back itself. */
            replacementDeviceId: string | null;
            /**
             * @description The service that the district asks for.
             * @enum {string|null}
             */
            requestedService: "advance_exchange" | "carry_in" | "depot" | "on_site" | "parts_only" | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description How often it was sent again after a denial. */
            resubmissions: number;
            /**
             * Format: date-time
             * @description When it came back from the vendor.
             */
            returnedAt: string | null;
            rma: string | null;
            /** @description The last day on which the RMA can be used. */
            rmaExpiresOn: string | null;
            /** Format: date-time */
            sentAt: string | null;
            serialNumber: string | null;
            /** @description Where the device is shipped from. By default, the site of the device. */
            shipFrom: components["schemas"]["ShipFrom"];
            /**
             * Format: date-time
             * @description When the bench scanned that the device went to the vendor.
             */
            shippedAt: string | null;
            /** @description The address is that of the site, because nobody entered another one. */
            shipsFromSite: boolean;
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            trackingBack: string | null;
            trackingOut: string | null;
            tried: string | null;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
            version: number;
            /** @description Why the vendor may refuse to pay. */
            warnings: components["schemas"]["ClaimWarning"][];
            /**
             * Format: date-time
             * @description When somebody accepted the warnings.
             */
            warningsAcceptedAt: string | null;
            /** @description Name or email of the account that accepted them. */
            warningsAcceptedByName: string | null;
        };
        /** @description Why the vendor may refuse to pay. A person accepts it before the claim is sent. */
        ClaimWarning: {
            /** @enum {string} */
            code: "ACCIDENT_NOT_COVERED" | "COVERAGE_EXPIRED" | "COVERAGE_NOT_STARTED" | "FAULT_EXCLUDED" | "INCIDENTS_USED_UP" | "NO_COVERAGE" | "NO_COVERAGE_OF_VENDOR" | "POOL_USED_UP" | "REPAIR_CAP_REACHED" | "WAITING_PERIOD";
            detail: string;
        };
        /** @description Record that a gate of a disposal route is open. */
        ClearanceView: {
            evidenceId: string;
            /** @description The record that proves it: its kind and its id. */
            evidenceKind: string;
            /** @enum {string} */
            gate: "admin_import" | "approval" | "board_item" | "funding_date" | "lessor_receipt" | "loss_report" | "released" | "sanitization_contracted" | "sanitized" | "signed_lot" | "vendor_claim";
            /**
             * Format: date-time
             * @description A disposal cannot take effect before this instant.
             */
            holdsFrom: string;
        };
        /** @description A sweep that was just closed, and the results for the devices that should be moved. */
        ClosedSweep: {
            /** Format: date-time */
            begunAt: string;
            begunBy: string;
            /** @description Name of the account, or its email if it has no name. */
            begunByName: string;
            cart: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            closedByName: string | null;
            expected: number;
            found: {
                misplaced: number;
                missing: number;
                not_seen: number;
                retired: number;
                unknown: number;
                verified: number;
            };
            id: string;
            /** @description Whether there is a picture of the signature. */
            isDrawn: boolean;
            /** @description Scans that arrived after the sweep was closed. They are not in the numbers. */
            late: number;
            left: components["schemas"]["NotMoved"][];
            moved: number;
            /** @description Null if the sweep has no name. Pages then show its place. */
            name: string | null;
            note: string | null;
            /** @description Without a room or a cart, the sweep is of the whole site. */
            room: string | null;
            /** @description The name in the signature. Null for a sweep without a signature. */
            signedName: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @description Accounts whose scans count for it. */
            technicians: string[];
        };
        /** @description Days without school, both included: a holiday or a break. */
        Closure: {
            /** @description First and last day, `YYYY-MM-DD`. */
            from: string;
            /** @description Such as `Winter break`. */
            name: string;
            to: string;
        };
        ClosureBody: {
            /** @description First and last day without school. For a holiday, both are the same day. */
            from: string;
            /** @description Such as `Winter break`. */
            name: string;
            /** @description A date, `YYYY-MM-DD`. */
            to: string;
        };
        CodeView: {
            code: string;
            kind: string;
            /** Format: date-time */
            releasedAt: string | null;
        };
        /** @description A site under each scenario, in their order. Amounts are a week, in the comparison's unit. */
        ComparedSite: {
            /** @description The recommendation of the last scenario minus that of the first, with 2 decimals. Null if one of them has none. */
            change: number | null;
            name: string;
            /** @description With 2 decimals. */
            recommended: (number | null)[];
            /** @description With 2 decimals. */
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
            /** @description At most 1,000 rows, in the order of the later output. Removed rows come last. */
            rows: components["schemas"]["ChangedRow"][];
            unchanged: number;
        };
        ComparisonBody: {
            charter?: boolean;
            region?: string;
            /** @description Two to four scenarios. The unit is that of the first one. */
            scenarios: components["schemas"]["ScenarioBody"][];
            /** @enum {string} */
            type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
        };
        /** @description A scan that does not match the records, with what the records say. */
        ConflictView: {
            /** @description Who scanned it. */
            accountId: string;
            /** @description Name of the person who scanned the device, or the email address if there is no name. */
            accountName: string;
            action: string;
            /** @description The name of the action on pages. */
            actionLabel: components["schemas"]["Words"];
            /** @description If several devices have the code, those devices. */
            candidates: components["schemas"]["ScannedDevice"][];
            /** @description For each field, what the record says and what the scan says. */
            clash: components["schemas"]["NamedClash"][];
            code: string;
            detail: string;
            device: components["schemas"]["ScannedDevice"] | null;
            /** Format: date-time */
            effectiveAt: string;
            /** @description Id of the scan. */
            id: string;
            reason: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description The other fields of the scan: site, room, cart, day, note. */
            said: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            scannedAt: string;
            /** @description Code of the site where it was scanned. */
            site: string | null;
            siteName: string | null;
        };
        /** @description A change of a count by one device, and the event that caused the change. */
        CountedChange: {
            assetTag: string | null;
            /** @enum {string} */
            cause: "corrected" | "deployed" | "disposed" | "found" | "lost" | "opened" | "purchased" | "repair" | "replaced" | "retired" | "returned" | "reused" | "transferred";
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
        /** @description A counted device, and the date from which it counts there. */
        CountedDevice: {
            assetTag: string | null;
            deviceId: string;
            eventId: string;
            kind: string;
            manufacturer: string;
            model: string;
            serialNumber: string | null;
            /** @description Calendar date from which it counts there, and the event that caused it. */
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
            /** @description Statuses that the figures count. */
            statuses: string[];
            total: number;
        };
        /** @description What is left out stays as it is. What a file, a rule or a look-up said is from then on what you say. */
        CoverageChangeBody: {
            /** @description A date, `YYYY-MM-DD`. */
            cancelledOn?: string | null;
            /** @description Number of the contract or plan. */
            contractNumber?: string;
            /** @description What the district pays for each incident, in cents. */
            deductibleCents?: number | null;
            /** @description A date, `YYYY-MM-DD`. */
            endsOn?: string;
            /** @description What the coverage does not pay for. */
            excludes?: ("theft" | "loss" | "liquid" | "battery" | "charger" | "stylus")[];
            /** @description Claims that the vendor takes in each year of the coverage. Null for any number. */
            incidentsAYear?: number | null;
            /** @description Claims that the vendor takes in all. Null for any number. */
            incidentsInTotal?: number | null;
            /** @enum {string} */
            kind?: "manufacturer" | "extended" | "accidental_damage" | "insurance" | "battery" | "other";
            /**
             * @description Whether a replacement device takes over the rest of the coverage, or the coverage ends.
             * @enum {string}
             */
            onReplacement?: "transfers" | "ends";
            /** @description The most that all repairs together may cost the vendor, in cents. */
            repairCapCents?: number | null;
            /** @enum {string|null} */
            serviceLevel?: "depot" | "carry_in" | "on_site" | "parts_only" | "advance_exchange" | null;
            /** @description A date, `YYYY-MM-DD`. */
            startsOn?: string;
            vendor?: string;
            /** @description Days from the first day in which the vendor takes no claim. */
            waitingDays?: number;
        };
        /** @description Incidents that the devices of a plan share. */
        CoveragePool: {
            id: string;
            /** @description How many there are in all. */
            incidents: number;
            /** @description How many incidents are left. */
            left: number;
            name: string;
        };
        /** @description What is left out stays as it is. `devices` replaces all conditions. Applied coverages change when you apply the rule. */
        CoverageRuleChangeBody: {
            /** @description Number of the contract or plan. */
            contractNumber?: string;
            /** @description What the district pays for each incident, in cents. */
            deductibleCents?: number | null;
            devices?: components["schemas"]["RuleDevicesBody"];
            /** @description What the coverage does not pay for. */
            excludes?: ("theft" | "loss" | "liquid" | "battery" | "charger" | "stylus")[];
            /** @description Claims that the vendor takes in each year of the coverage. Null for any number. */
            incidentsAYear?: number | null;
            /** @description Claims that the vendor takes in all. Null for any number. */
            incidentsInTotal?: number | null;
            /** @enum {string} */
            kind?: "manufacturer" | "extended" | "accidental_damage" | "insurance" | "battery" | "other";
            months?: number;
            name?: string;
            /**
             * @description Whether a replacement device takes over the rest of the coverage, or the coverage ends.
             * @enum {string}
             */
            onReplacement?: "transfers" | "ends";
            /** @description The most that all repairs together may cost the vendor, in cents. */
            repairCapCents?: number | null;
            /** @enum {string|null} */
            serviceLevel?: "depot" | "carry_in" | "on_site" | "parts_only" | "advance_exchange" | null;
            /** @enum {string} */
            startsFrom?: "purchased" | "in_service";
            /** @description Key of the vendor that provides the coverage. */
            vendor?: string;
            /** @description Days from the first day in which the vendor takes no claim. */
            waitingDays?: number;
        };
        /** @description A rule that creates the same coverage on many devices. */
        CoverageRuleView: {
            /**
             * Format: date-time
             * @description When the rule was last applied and changed something, and which version of it. Null if that was undone.
             */
            appliedAt: string | null;
            appliedVersion: number | null;
            /** @description Empty if it has none. */
            contractNumber: string;
            deductibleCents: number | null;
            devices: components["schemas"]["RuleDevices"];
            excludes: ("battery" | "charger" | "liquid" | "loss" | "stylus" | "theft")[];
            id: string;
            incidentsAYear: number | null;
            incidentsInTotal: number | null;
            /** @enum {string} */
            kind: "accidental_damage" | "battery" | "extended" | "insurance" | "manufacturer" | "other";
            /** @description How long the coverage lasts. */
            months: number;
            name: string;
            /** @enum {string} */
            onReplacement: "ends" | "transfers";
            repairCapCents: number | null;
            /** @enum {string|null} */
            serviceLevel: "advance_exchange" | "carry_in" | "depot" | "on_site" | "parts_only" | null;
            /**
             * @description The first day: the day on which the device was purchased, or put in service.
             * @enum {string}
             */
            startsFrom: "in_service" | "purchased";
            /** @description Key of the vendor that provides the coverage. */
            vendor: string;
            vendorName: string;
            version: number;
            waitingDays: number;
        };
        CoverageView: {
            cancelledOn: string | null;
            /** @description Empty if it has none. */
            contractNumber: string;
            deductibleCents: number | null;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            /** @description Manufacturer and model of the device. */
            deviceModel: string;
            endsOn: string;
            excludes: ("battery" | "charger" | "liquid" | "loss" | "stylus" | "theft")[];
            id: string;
            incidentsAYear: number | null;
            incidentsInTotal: number | null;
            /** @enum {string} */
            kind: "accidental_damage" | "battery" | "extended" | "insurance" | "manufacturer" | "other";
            /** @description The last day on which the device is covered. */
            lastOn: string;
            /** @enum {string} */
            onReplacement: "ends" | "transfers";
            /** @description The pool whose incidents it shares. Null if there is none. */
            pool: components["schemas"]["CoveragePool"] | null;
            repairCapCents: number | null;
            /** @enum {string|null} */
            serviceLevel: "advance_exchange" | "carry_in" | "depot" | "on_site" | "parts_only" | null;
            /** @description Code of the site of the device. */
            site: string;
            siteName: string;
            /**
             * @description Who said that there is this coverage, and when.
             * @enum {string}
             */
            source: "file" | "look_up" | "person" | "rule";
            /** Format: date-time */
            sourceAt: string;
            startsOn: string;
            /**
             * @description State on the day that was asked about. Today in a list.
             * @enum {string}
             */
            state: "active" | "expired" | "expiring" | "not_started";
            /** @description Key of the vendor that provides it. */
            vendor: string;
            vendorName: string;
            version: number;
            waitingDays: number;
        };
        CoverageWithdrawalBody: {
            /** @description Why there never was this coverage. */
            reason: string;
        };
        CoverProposal: {
            covers: components["schemas"]["ProposedCover"][];
            /** @description How many other technicians are in reserve on that day. */
            left: number;
            on: string;
            /** @description Sites for which there are not enough technicians in reserve. */
            uncovered: components["schemas"]["Hole"][];
        };
        CoverProposalBody: {
            /** @description A date, `YYYY-MM-DD`. */
            on: string;
        };
        /** @description A technician of the reserve who is at a site on a day. */
        CoverView: {
            assignmentId: string | null;
            id: string;
            /** @enum {string} */
            kind: "absence" | "project" | "urgent";
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
            /** @description Name of the person, or the email address if there is no name. Null for a student at a site that you cannot see. */
            personName: string | null;
            /** Format: date-time */
            returnedAt: string | null;
        };
        /** @description The hours that technicians delivered in a range of weeks, compared with the hours due. */
        Delivered: {
            /** @description Time for travel, projects and learning. Only for accounts that see the whole district. */
            aside: components["schemas"]["AsideHours"][];
            /** @description First Monday and last Sunday. */
            from: string;
            model: string;
            schoolYear: string;
            /** @description The sites with the most missing hours come first. */
            sites: components["schemas"]["SiteDelivered"][];
            to: string;
            weeks: number;
        };
        /** @description One attempt to deliver a file, once it is over. */
        DeliveryAttempt: {
            /** @description The answer of the other side, or what went wrong. */
            answer: string;
            /** @description From 1. */
            attempt: number;
            /** Format: date-time */
            endedAt: string;
            /** @enum {string} */
            outcome: "delivered" | "refused_for_good" | "refused_for_now" | "unsure";
        };
        /** @description How files of claims reach a vendor. Passwords, keys and secrets that are left out stay as they are. */
        DeliveryBody: {
            /** @enum {string} */
            by: "download" | "sftp" | "email" | "https";
            /** @description HTTPS: certificate of the authority that signed the server's certificate, in PEM form, if no public one did. */
            certificate?: string | null;
            /** @description SFTP: the folder in which the files are put. By default, the folder in which the account begins. */
            folder?: string | null;
            /** @description SFTP: host name or address of the server. */
            host?: string;
            /** @description SFTP: fingerprint of the server's key, as `ssh-keygen -lf` shows it: `SHA256:…`. No other server gets the files. */
            hostKey?: string;
            /** @description SFTP: password of the account. Nobody can read it again. */
            password?: string;
            /** @description SFTP: 22 by default. */
            port?: number;
            /** @description SFTP: private key of the account in OpenSSH or PEM form, instead of a password. Nobody can read it again. */
            privateKey?: string;
            /** @description The secret that signs files sent by HTTPS, and the vendor's replies. Nobody can read it again. */
            secret?: string;
            /** @description Email: who gets the files. */
            to?: string[];
            /** @description HTTPS: where Rollcall posts the files. */
            url?: string;
            /** @description SFTP: the account on the server. */
            username?: string;
        };
        /** @description A delivery as the API shows it. */
        DeliveryView: {
            address: string;
            /** @description The last answer of the mail server, or what went wrong. */
            answer: string | null;
            attempts: number;
            id: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** @description 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
            round: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "failed" | "kept" | "sending" | "sent" | "taken" | "unsure" | "waiting";
        };
        /** @description A device that left a site because somebody scanned it at another site. */
        Departure: {
            /** @description Who scanned it. */
            accountId: string;
            /** @description Name of the person who scanned the device, or the email address if there is no name. */
            accountName: string;
            assetTag: string | null;
            deviceId: string;
            /** @description Codes of sites. */
            from: string;
            fromName: string;
            id: string;
            model: string;
            /** Format: date-time */
            receivedAt: string;
            serialNumber: string | null;
            to: string | null;
            toName: string | null;
        };
        /** @description What a vendor says of one claim. What is left out stays as it is. */
        DeskAnswerBody: {
            /**
             * Format: uuid
             * @description Id of the claim.
             */
            claim: string;
            /** @description What the repair costs the district. */
            costCents?: number;
            /**
             * @description Why the vendor denied the claim. An answer that denies it needs this.
             * @enum {string}
             */
            denialReason?: "customer_damage" | "liquid" | "cosmetic" | "wear" | "altered_serial" | "limit_used" | "not_on_plan" | "no_fault_found" | "other";
            /** @description The day on which the vendor expects to be done. */
            expectedOn?: string;
            /** @description What else the vendor says. An answer that waits for the district says here what it needs. */
            note?: string;
            /**
             * @description How the vendor resolved the claim. An answer that resolves it needs this.
             * @enum {string}
             */
            outcome?: "repaired" | "part_shipped" | "replaced" | "credited" | "no_fault_found";
            /** @description The vendor's number for the claim. */
            reference?: string;
            /** @description With the outcome `replaced`: serial number of the device that the vendor sent for the claimed one. */
            replacementSerial?: string;
            /** @description The vendor's return authorization. */
            rma?: string;
            /**
             * @description By default, the claim stays in its state.
             * @enum {string}
             */
            step?: "acknowledge" | "start" | "wait" | "resolve" | "deny";
        };
        /** @description What became of one of many answers. */
        DeskAnswerResult: {
            claim: string;
            /** @description Why it was refused. */
            code?: string;
            detail?: string;
            /** @description Place of the answer in the request, from 0. */
            index: number;
            /** @enum {string} */
            outcome: "done" | "refused";
        };
        DeskAnswersBody: {
            /** @description At most one answer for each claim. */
            answers: components["schemas"]["DeskAnswerBody"][];
        };
        /** @description A file of claims as its vendor sees it. */
        DeskBatchView: {
            claimCount: number;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            id: string;
            mediaType: string;
            /** @description Rows of the file, without its headers. */
            rowCount: number;
            /** @description Counts up from 1, without gaps. */
            sequence: number;
            /** @description Of the file, in lower-case hexadecimal digits. */
            sha256: string;
            sizeBytes: number;
            supersededBy: string | null;
            /** @description Id of the batch that this one supersedes, and of the one that supersedes it. */
            supersedes: string | null;
        };
        DeskClaimDetail: {
            /** Format: date-time */
            acknowledgedAt: string | null;
            /** @description Null if the device has none, or if the district does not show asset tags. */
            assetTag: string | null;
            /** @enum {string} */
            category: "audio" | "battery" | "camera" | "case" | "charging_port" | "hinge" | "keyboard" | "liquid" | "mainboard" | "network" | "other" | "power" | "screen" | "software" | "storage" | "trackpad";
            /** @description Null if there is none, or if the district does not show contacts. */
            contact: components["schemas"]["ClaimContact"] | null;
            /** @enum {string|null} */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            /** @description Manufacturer and model of the device. */
            deviceModel: string;
            /** @description Null while the clock stands still, or if nothing is promised. */
            due: components["schemas"]["DeskClock"] | null;
            /** @description 1 to 3. It goes up when a promise is not kept. */
            escalationLevel: number;
            expectedOn: string | null;
            files: components["schemas"]["DeskFileView"][];
            id: string;
            isAccidental: boolean;
            /** @description Such as `C-2026-000123`. */
            number: string;
            /** @description What is wrong. */
            observed: string;
            /** @enum {string|null} */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            parts: components["schemas"]["DeskPartView"][];
            reference: string | null;
            /**
             * @description The service that the district asks for.
             * @enum {string|null}
             */
            requestedService: "advance_exchange" | "carry_in" | "depot" | "on_site" | "parts_only" | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description How often the district sent it again after a denial. */
            resubmissions: number;
            rma: string | null;
            /** Format: date-time */
            sentAt: string;
            serialNumber: string | null;
            /** @description Null if the district does not show where devices are shipped from. */
            shipFrom: components["schemas"]["ShipFrom"] | null;
            /** @enum {string} */
            state: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            /** @description The history since the claim was sent, oldest first. */
            steps: components["schemas"]["DeskStepView"][];
            trackingBack: string | null;
            trackingOut: string | null;
            /** @description What the district tried. */
            tried: string | null;
        };
        /** @description A claim as people at its vendor see it. */
        DeskClaimView: {
            /** Format: date-time */
            acknowledgedAt: string | null;
            /** @description Null if the device has none, or if the district does not show asset tags. */
            assetTag: string | null;
            /** @enum {string} */
            category: "audio" | "battery" | "camera" | "case" | "charging_port" | "hinge" | "keyboard" | "liquid" | "mainboard" | "network" | "other" | "power" | "screen" | "software" | "storage" | "trackpad";
            /** @enum {string|null} */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            /** @description Manufacturer and model of the device. */
            deviceModel: string;
            /** @description Null while the clock stands still, or if nothing is promised. */
            due: components["schemas"]["DeskClock"] | null;
            /** @description 1 to 3. It goes up when a promise is not kept. */
            escalationLevel: number;
            expectedOn: string | null;
            id: string;
            isAccidental: boolean;
            /** @description Such as `C-2026-000123`. */
            number: string;
            /** @description What is wrong. */
            observed: string;
            /** @enum {string|null} */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            reference: string | null;
            /**
             * @description The service that the district asks for.
             * @enum {string|null}
             */
            requestedService: "advance_exchange" | "carry_in" | "depot" | "on_site" | "parts_only" | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description How often the district sent it again after a denial. */
            resubmissions: number;
            rma: string | null;
            /** Format: date-time */
            sentAt: string;
            serialNumber: string | null;
            /** @enum {string} */
            state: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
            trackingBack: string | null;
            trackingOut: string | null;
            /** @description What the district tried. */
            tried: string | null;
        };
        /** @description What you promised to do next, and by when. */
        DeskClock: {
            /** @enum {string} */
            clock: "acknowledge" | "resolve";
            /** Format: date-time */
            dueAt: string;
            isLate: boolean;
            /** @description Business minutes that are left. Below 0 if the promised time is over. */
            minutesLeft: number;
        };
        /** @description A photo or a paper that the district shares. */
        DeskFileView: {
            id: string;
            kind: string;
            mediaType: string;
            sizeBytes: number;
        };
        DeskPartView: {
            description: string | null;
            /** @description The defective part must go back to the vendor. */
            mustReturn: boolean;
            number: string | null;
            position: number;
            quantity: number;
        };
        /** @description A step of the history, without names of the district. */
        DeskStepView: {
            /**
             * @description Who took it. `rollcall`: nobody did by hand.
             * @enum {string}
             */
            by: "district" | "rollcall" | "vendor";
            /** @enum {string|null} */
            from: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting" | null;
            /** @description What the vendor wrote. Notes of the district are not shown. */
            note: string | null;
            step: string;
            /** Format: date-time */
            takenAt: string;
            /** @enum {string} */
            to: "acknowledged" | "cancelled" | "closed" | "denied" | "draft" | "in_progress" | "ready" | "resolved" | "sent" | "waiting";
        };
        /** @description With what has become of its rows. */
        DeskUploadDetail: {
            /**
             * Format: date-time
             * @description When the replies were taken over.
             */
            committedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            id: string;
            /** @description The work on it. */
            job: {
                done: number;
                id: string;
                problem: unknown;
                /** @enum {string} */
                state: "cancelled" | "done" | "failed" | "queued" | "running";
                total: number | null;
            } | null;
            plan: components["schemas"]["ImportPlan"] | null;
            /**
             * Format: date-time
             * @description When the check of the file ended.
             */
            rehearsedAt: string | null;
            sizeBytes: number;
            /** @enum {string} */
            state: "cancelled" | "committed" | "committing" | "failed" | "queued" | "rehearsed" | "rehearsing" | "undoing" | "undone" | "uploaded";
            warnings: (components["schemas"]["TableWarning"] | components["schemas"]["MappingWarning"])[];
        };
        /** @description A file of replies that somebody at the vendor uploaded. */
        DeskUploadView: {
            /**
             * Format: date-time
             * @description When the replies were taken over.
             */
            committedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            id: string;
            /**
             * Format: date-time
             * @description When the check of the file ended.
             */
            rehearsedAt: string | null;
            sizeBytes: number;
            /** @enum {string} */
            state: "cancelled" | "committed" | "committing" | "failed" | "queued" | "rehearsed" | "rehearsing" | "undoing" | "undone" | "uploaded";
        };
        /** @description Fields of a device. A field that is left out keeps its value. Null empties it. */
        DeviceBody: {
            /** @description Only allowed with a write-off. */
            approvalReference?: string;
            assetTag?: string | null;
            cart?: string | null;
            costCents?: number | null;
            /** @enum {string|null} */
            disposalRoute?: "recycle" | "sell" | "donate" | "write_off" | "vendor_swap" | "lease_return" | "trade_in" | "agency_transfer" | "historical" | null;
            /** @description A date, `YYYY-MM-DD`. */
            dueOn?: string | null;
            /** @description Calendar date on which the change takes effect. By default, the change takes effect now. */
            effectiveOn?: string;
            /** @description Federal award identification number of a new funding source. */
            fain?: string | null;
            federalSharePercent?: number | null;
            fundingSource?: string | null;
            /** @description ID or email of the person who has it. */
            holder?: string | null;
            imei?: string | null;
            /** @description A date, `YYYY-MM-DD`. */
            inServiceOn?: string | null;
            /** @enum {string|null} */
            kind?: "desktop" | "laptop" | "ipad" | "chromebook" | "other" | null;
            /** @description A date, `YYYY-MM-DD`. */
            loanedOn?: string | null;
            mac?: string | null;
            manufacturer?: string | null;
            /**
             * @description Only allowed with the status `missing`.
             * @enum {string}
             */
            missing?: "lost" | "stolen";
            /** @description A date, `YYYY-MM-DD`. */
            missingSince?: string;
            model?: string | null;
            /** @description The reason. It is stored apart from the event. */
            note?: string;
            notes?: string | null;
            oldTag?: string | null;
            policeReportNumber?: string;
            /** @description A date, `YYYY-MM-DD`. */
            purchasedOn?: string | null;
            purchaseReference?: string | null;
            room?: string | null;
            serialNumber?: string | null;
            /** @description Code or name of the site. */
            site?: string | null;
            /** @enum {string|null} */
            status?: "in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | null;
            /** @description Calendar date from which the status holds. */
            statusOn?: string | null;
        };
        DeviceClearances: {
            clearances: components["schemas"]["ClearanceView"][];
            routes: components["schemas"]["RouteGates"][];
        };
        /** @description What covers a device on a day. */
        DeviceCoverage: {
            /** @description Those that last longest come first. */
            coverages: components["schemas"]["CoverageView"][];
            deviceId: string;
            on: string;
            /**
             * @description State of the best coverage. `unknown` if no coverage is on record.
             * @enum {string}
             */
            state: "active" | "expired" | "expiring" | "not_started" | "unknown";
        };
        /** @description One device with its codes, location and holds. */
        DeviceDetail: {
            assetTag: string | null;
            autoUpdateEndsOn: string | null;
            cart: string | null;
            clearances: components["schemas"]["ClearanceView"][];
            codes: components["schemas"]["CodeView"][];
            costCents: number | null;
            /** @description Last day of the coverage that ends last. Null if no coverage is on record. */
            coverageEndsOn: string | null;
            /** Format: date-time */
            createdAt: string;
            custody: components["schemas"]["CustodyView"][];
            /** @enum {string|null} */
            disposalRoute: "agency_transfer" | "donate" | "historical" | "lease_return" | "recycle" | "sell" | "trade_in" | "vendor_swap" | "write_off" | null;
            /** @description The day from which the device counts. */
            enteredOn: string;
            /** @description False if no date was known, so that the device counts from the day of its import. */
            entryDated: boolean;
            fain: string | null;
            federalSharePercent: number | null;
            fundingSource: string | null;
            holds: components["schemas"]["HoldView"][];
            id: string;
            inServiceOn: string | null;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            /** @description Null if the device is not missing. */
            loss: components["schemas"]["LossView"] | null;
            manufacturer: string;
            mergedIntoId: string | null;
            model: string;
            notes: string | null;
            /** @description Only for roles that can see people. */
            personId: string | null;
            /** @description Name of the person, or the email address if there is no name. A list has it only if you ask for names. */
            personName: string | null;
            /** @enum {string} */
            platform: "chromeos" | "ipados" | "macos" | "other" | "windows";
            purchasedOn: string | null;
            purchaseReference: string | null;
            region: string | null;
            room: string | null;
            serialNumber: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "deployed" | "disposed" | "in_repair" | "in_stock" | "missing" | "retired" | "void";
            /** Format: date-time */
            statusSince: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        DeviceFilterQuery: {
            /** @description At least this many years in service. */
            ageFrom?: number;
            /** @description Less than this many years in service. */
            ageTo?: number;
            /** @description Automatic updates end before this date. */
            autoUpdateBefore?: string;
            cart?: string;
            /** @description States of the best coverage today, comma-separated. `unknown` if no coverage is on record. */
            coverage?: ("active" | "expiring" | "not_started" | "expired" | "unknown")[];
            fundingSource?: string;
            /** @description Ids of devices, comma-separated. Use this for devices that a person selected one by one. */
            id?: string[];
            kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
            /** @description Part of the model's name. */
            model?: string;
            /**
             * Format: uuid
             * @description Id of a person.
             */
            person?: string;
            /**
             * @description Three or more characters of a tag, a serial number or a model, or words of the name of a site or a person. To find
             *     a MAC address, enter at least six digits of it.
             */
            q?: string;
            region?: string[];
            /** @description Names of rooms and carts, at any site. */
            room?: string;
            /** @description Codes of sites, comma-separated. */
            site?: string[];
            status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "void")[];
        };
        /** @description The part of a device that every technician in the district can see. It does not include the person or the cost. */
        DeviceFound: {
            assetTag: string | null;
            id: string;
            /** @description Whether the device is at one of the caller's sites. */
            inScope: boolean;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            manufacturer: string;
            /** @description The code of the device that was scanned. */
            matched: {
                kind: string;
                released: boolean;
            };
            model: string;
            serialNumber: string | null;
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "deployed" | "disposed" | "in_repair" | "in_stock" | "missing" | "retired" | "void";
            version: number;
        };
        /** @description How many devices a filter selects. */
        DeviceTotal: {
            count: number;
            /** @description True if there are more devices than `count`. Rollcall stopped counting there. */
            isMore: boolean;
        };
        /** @description A device as the API shows it. Dates are calendar dates of the district, money is cents. */
        DeviceView: {
            assetTag: string | null;
            autoUpdateEndsOn: string | null;
            cart: string | null;
            costCents: number | null;
            /** @description Last day of the coverage that ends last. Null if no coverage is on record. */
            coverageEndsOn: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string|null} */
            disposalRoute: "agency_transfer" | "donate" | "historical" | "lease_return" | "recycle" | "sell" | "trade_in" | "vendor_swap" | "write_off" | null;
            /** @description The day from which the device counts. */
            enteredOn: string;
            /** @description False if no date was known, so that the device counts from the day of its import. */
            entryDated: boolean;
            fain: string | null;
            federalSharePercent: number | null;
            fundingSource: string | null;
            id: string;
            inServiceOn: string | null;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            manufacturer: string;
            mergedIntoId: string | null;
            model: string;
            notes: string | null;
            /** @description Only for roles that can see people. */
            personId: string | null;
            /** @description Name of the person, or the email address if there is no name. A list has it only if you ask for names. */
            personName: string | null;
            /** @enum {string} */
            platform: "chromeos" | "ipados" | "macos" | "other" | "windows";
            purchasedOn: string | null;
            purchaseReference: string | null;
            region: string | null;
            room: string | null;
            serialNumber: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            status: "deployed" | "disposed" | "in_repair" | "in_stock" | "missing" | "retired" | "void";
            /** Format: date-time */
            statusSince: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        DifferenceBody: {
            /** @description What was found out. */
            resolution: string;
        };
        DifferenceView: {
            code: string;
            deviceId: string | null;
            id: string;
            /** @enum {string} */
            kind: "extra" | "not_taken";
            note: string | null;
            resolution: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            resolvedByName: string | null;
        };
        DriverBody: {
            company: string;
            /**
             * @description What the driver drew, as base64: a PNG picture of at most 200 KiB and 1200 by 600 dots. Without it, the typed name is
             *     the signature.
             */
            image?: string;
            name: string;
        };
        /** @description A room without a recent sweep. */
        DueRoom: {
            devices: number;
            /** Format: date-time */
            lastSweptAt: string | null;
            room: string;
            roomId: string;
            site: string;
            siteName: string;
        };
        EmailSettings: {
            /** @enum {string} */
            by: "email";
            to: string[];
        };
        EntitlementBody: {
            /** @description Hours or days per week, from 0 up, in steps of 0.25. Null removes the recorded amount. */
            amount?: number | null;
            /** @description Why, such as a board's decision. */
            note?: string | null;
            /** @enum {string} */
            unit: "hours" | "days";
        };
        /** @description The recorded support of a site. The highest revision of a school year counts. */
        EntitlementView: {
            /** @description Hours or days per week. Null if the amount was removed, so that the model decides again. */
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
        /** @description That a claim came to a level of escalation. */
        EscalationView: {
            /**
             * @description The promise that the vendor did not keep. Null if the claim was sent, or raised by hand.
             * @enum {string|null}
             */
            clock: "acknowledge" | "resolve" | null;
            level: number;
            /** Format: date-time */
            raisedAt: string;
            /** @description Name or email of the account. Null for Rollcall itself. */
            raisedByName: string | null;
            /** @description Why a person raised it. */
            reason: string | null;
            /**
             * @description Addresses of the vendor that were written to. Empty if the vendor has no contact of this level, or if you may not
             *     see the contacts of vendors.
             */
            writtenTo: string[];
        };
        EventView: {
            /** @description Account that made the change. Null if Rollcall itself made it. */
            actorId: string | null;
            /** @description Name of the account, or its email address if it has no name. */
            actorName: string | null;
            amendsId: string | null;
            cause: string;
            changes: {
                [key: string]: unknown[];
            };
            changeSetId: string;
            /**
             * @description The kind of work that made the change, such as an edit of one device, a bulk change, an import, scans or an undo.
             * @enum {string}
             */
            changeSetKind: "batch" | "bulk" | "import" | "lot" | "replacement" | "scan_batch" | "single" | "sync" | "undo";
            details: unknown;
            /** Format: date-time */
            effectiveAt: string;
            /** @description Name of the file, if the change came from an import. */
            fileName: string | null;
            id: string;
            /**
             * @description Names for the ids in `changes`: sites, rooms, carts, models, funding sources, other records and people. People
             *     that you cannot see are left out.
             */
            names: {
                [key: string]: string;
            };
            note: string | null;
            /** Format: date-time */
            recordedAt: string;
            type: string;
        };
        /** @description Types of sites that a model does not cover, and why. */
        Exclusion: {
            reason: string;
            types: ("elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse")[];
        };
        ExclusionBody: {
            reason: string;
            types: ("elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse")[];
        };
        /** @description Work that devices of a kind need. */
        ExpectedWork: {
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            /** @description Per year, with 1 decimal. */
            minutes: number;
            /**
             * @description `device`: for the devices in use. `claim`: for the warranty claims of the last year.
             * @enum {string}
             */
            per: "claim" | "device";
            work: string | null;
        };
        /** @description Something that a site gets in addition to hours or days. */
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
        ExtraDeviceBody: {
            /** @description Asset tag or serial number on the device. */
            code: string;
            note?: string | null;
        };
        Fairness: {
            asOf: string;
            models: components["schemas"]["ModelFairness"][];
            schoolYear: string;
            /** @description Sites with fewer devices are left out. */
            smallerThan: number;
        };
        /** @description A field that a column can have. */
        FieldChoice: {
            /** @enum {string} */
            field: "accidental" | "approvedCost" | "assetTag" | "batch" | "borrower" | "box" | "category" | "contactEmail" | "contactName" | "contactPhone" | "contractNumber" | "coverageEndsOn" | "coverageType" | "deviceType" | "district" | "manufacturer" | "model" | "number" | "observed" | "observedAndTried" | "openedByEmail" | "openedByName" | "openedOn" | "partDescription" | "partLine" | "partNumber" | "partQuantity" | "partReturns" | "purchaseReference" | "purchasedOn" | "reference" | "requestedService" | "resubmissions" | "rma" | "row" | "sentOn" | "serialNumber" | "shipFromCity" | "shipFromName" | "shipFromPostalCode" | "shipFromState" | "shipFromStreet" | "siteCode" | "siteName" | "slot" | "tried";
            /** @description Whether it has a person's name or address. */
            isPersonal: boolean;
            /** @enum {string} */
            kind: "boolean" | "cents" | "code" | "date" | "integer" | "text";
            label: string;
            /**
             * @description `part` fields need one row per part.
             * @enum {string}
             */
            source: "claim" | "file" | "part";
        };
        /** @description One problem with one field: where it is, what is wrong, and what to do. */
        FieldError: {
            code: string;
            detail: string;
            field: string;
        };
        FindingRule: {
            /** @description What our sources could not settle. It blocks nobody. */
            doubt: string | null;
            /** @enum {string} */
            finding: "17540" | "17542" | "17545" | "17546_a" | "17546_b" | "17546_c" | "other";
            /** @description Every member of the board who is present must vote for it. */
            isUnanimous: boolean;
            /** @description What all of it together may be worth, in cents. */
            mostCents: number | null;
            notices: components["schemas"]["NoticeRule"][];
            /** @description By which routes devices may leave. Null for all. */
            routes: ("agency_transfer" | "donate" | "historical" | "lease_return" | "recycle" | "sell" | "trade_in" | "vendor_swap" | "write_off")[] | null;
            /** @description First day on which this row is the law, as far as we could read it. */
            since: string;
            source: string;
            /** @description Section of the law. */
            statute: string;
            /** @description The words to be adopted. Null for the district's own. */
            words: string | null;
        };
        FundingChangeBody: {
            /** @description Federal award identification number. */
            fain?: string | null;
            federalSharePercent?: number | null;
            /** @description Where that comes from, such as the rule or the award. */
            keepSource?: string | null;
            /** @description For how many years after its installation a device must be kept: five for E-rate, three for ECF. */
            keepYears?: number | null;
            name?: string;
            titleHolder?: string | null;
        };
        FundingView: {
            fain: string | null;
            federalSharePercent: number | null;
            id: string;
            /** @description Where that comes from. */
            keepSource: string | null;
            /** @description For how many years after its installation a device must be kept. Null if nobody says so. */
            keepYears: number | null;
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
            /** @description Statuses that the figures count. */
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
        /** @description A site without a substitute on a day on which its technician is away, has left or was sent to another site. */
        Hole: {
            assignmentId: string;
            site: string;
            siteName: string;
            /** @description Who is away. */
            technician: string;
        };
        HttpsSettings: {
            /** @enum {string} */
            by: "https";
            /** @description PEM. Null if a public authority signed the server's certificate. */
            certificate: string | null;
            url: string;
        };
        /** @description An import, with its history. */
        ImportDetail: {
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
            state: "cancelled" | "committed" | "committing" | "failed" | "queued" | "rehearsed" | "rehearsing" | "undoing" | "undone" | "uploaded";
            /** @description The history, oldest first: each rehearsal, commit and undo with its account, and the reason of a failure. */
            steps: components["schemas"]["StepView"][];
            warnings: (components["schemas"]["TableWarning"] | components["schemas"]["MappingWarning"])[];
        };
        /** @description Which column is which field, and how to read its cells. */
        ImportMapping: {
            /** @description Field by header. */
            columns: {
                [key: string]: string;
            };
            /** @enum {string} */
            dateOrder?: "auto" | "dmy" | "mdy" | "ymd";
            /** @enum {string} */
            decimal?: "," | ".";
            /** @description Default text by field, for rows in which the field is blank. */
            defaults?: {
                [key: string]: string;
            };
            /** @description Name of the built-in or saved mapping on which this mapping is based. */
            name?: string;
            /** @description Digits to which a purely numeric asset tag is filled up with zeros. */
            padTagsTo?: number;
            /** @description For each field, the words of the file and what they mean in Rollcall. */
            words?: {
                [key: string]: {
                    [key: string]: string;
                };
            };
        };
        /** @description Settings of the import other than the mapping. */
        ImportOptions: {
            /** @description Import every row or none. Limited to files with 50,000 rows. */
            allOrNothing?: boolean;
            /** @description Fields in which the file overwrites a value that a person set. Other fields keep such a value. */
            overwrite?: "all" | string[];
            /** @description School year such as `2025-26`, for rows without a year. */
            schoolYear?: string;
        };
        /** @description The result of a pass over the rows. */
        ImportPlan: {
            add: number;
            change: number;
            /** @description How many more devices, by site code. */
            countChange: {
                [key: string]: number;
            };
            held: number;
            /** @description Rows with at least one note. */
            noted: number;
            /** @description Number of rows by code of the note. */
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
            /** @description What Rollcall did with the row that the file did not literally ask for. */
            notes: components["schemas"]["RowNote"][] | null;
            /** @enum {string} */
            outcome: "add" | "change" | "held" | "refused" | "unchanged";
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
            state: "cancelled" | "committed" | "committing" | "failed" | "queued" | "rehearsed" | "rehearsing" | "undoing" | "undone" | "uploaded";
            warnings: (components["schemas"]["TableWarning"] | components["schemas"]["MappingWarning"])[];
        };
        IncidentPoolChangeBody: {
            incidents?: number;
            name?: string;
            usedBefore?: number;
        };
        IncidentPoolView: {
            contractNumber: string;
            /** @description How many devices share them. */
            devices: number;
            id: string;
            /** @description How many incidents there are in all. */
            incidents: number;
            /** @enum {string} */
            kind: "accidental_damage" | "battery" | "extended" | "insurance" | "manufacturer" | "other";
            left: number;
            name: string;
            /** @description Those that claims have. */
            used: number;
            /** @description Those that were used before claims were kept in Rollcall. */
            usedBefore: number;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
            version: number;
        };
        InvitationAcceptanceBody: {
            /** @description Your name. By default, the name in the invitation. */
            name?: string;
            /** @description At least twelve characters. */
            password: string;
        };
        /** @description An invitation as the person with its link sees it. */
        InvitationShown: {
            /** @description Name of the school district. */
            district: string;
            /** @description Short name of the district. A sign-in needs it if the email has accounts in several districts. */
            districtSlug: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            name: string;
            /** @description Name of the vendor. */
            vendor: string;
        };
        /** @description A job as the API shows it. */
        JobView: {
            done: number;
            /** @description Whole seconds. */
            etaSeconds: number | null;
            id: string;
            kind: string;
            problem: unknown;
            /** @description Rows a second in this stage, with 1 decimal. */
            rate: number | null;
            /** @description What the job did. If it was cancelled or failed, what it did until then, or null if the job keeps no record of that. */
            result: unknown;
            stage: string | null;
            /** @enum {string} */
            state: "cancelled" | "done" | "failed" | "queued" | "running";
            total: number | null;
        };
        /** @description A coverage that an undo left as it is. */
        KeptCoverage: {
            coverageId: string;
            detail: string;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
        };
        /** @description A sheet or roll of labels. Lengths are in millimeters. */
        LabelLayout: {
            /** @description From one label to the next. */
            across: number;
            /** @description A QR code, a Code 128 barcode, or both, if there is room. */
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
            /** @description What the option means, in words for people. */
            title: string;
            top: number;
        };
        /**
         * @description Which labels to print, and on what. Choose the labels with exactly one of `devices`, `filter`, `sweep`, `import`
         *     and `tagRange`.
         */
        LabelsBody: {
            /** @description Ids. */
            devices?: string[];
            /**
             * @description Only for a ZPL printer.
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
             * @description Millimeters by which to move the print to the right and down.
             * @default 0
             */
            offsetX: number;
            /** @default 0 */
            offsetY: number;
            /**
             * @description Draws the outlines of the labels, for a test print on plain paper.
             * @default false
             */
            outlines: boolean;
            /**
             * @description Number of labels already used on the first sheet.
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
             * @description Reserved tags that no device has yet.
             */
            tagRange?: string;
        };
        /** @description What a layout says of the file. What is left out is as usual: UTF-8, CRLF, comma, `YYYY-MM-DD`, with headers. */
        LayoutBody: {
            /** @description In the order of the file. */
            columns: components["schemas"]["LayoutColumnBody"][];
            /**
             * @description For columns with dates that have no format of their own.
             * @enum {string}
             */
            dateFormat?: "YYYY-MM-DD" | "MM/DD/YYYY" | "DD/MM/YYYY" | "DD.MM.YYYY" | "YYYYMMDD" | "MMDDYYYY";
            /**
             * @description What stands between the cells of a CSV file.
             * @enum {string}
             */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding?: "utf-8" | "utf-8-bom" | "windows-1252" | "iso-8859-1" | "ascii";
            /** @enum {string} */
            format: "csv" | "xlsx" | "json" | "fixed_width";
            /** @description Whether the first row has the headers. */
            hasHeader?: boolean;
            /** @enum {string} */
            lineEnd?: "crlf" | "lf";
            /**
             * @description `claim` for one row for each claim, or `part` for one row for each part of a claim.
             * @enum {string}
             */
            rowsPer?: "claim" | "part";
            /**
             * @description What happens to a character that the encoding does not have: the claim stays ready, or Rollcall writes the nearest
             *     Latin letters with a note.
             * @enum {string}
             */
            whenNotEncodable?: "refuse" | "replace";
        };
        /** @description What is left out stays as it is. `columns` replaces all columns. */
        LayoutChangeBody: {
            columns?: components["schemas"]["LayoutColumnBody"][];
            /**
             * @description For columns with dates that have no format of their own.
             * @enum {string}
             */
            dateFormat?: "YYYY-MM-DD" | "MM/DD/YYYY" | "DD/MM/YYYY" | "DD.MM.YYYY" | "YYYYMMDD" | "MMDDYYYY";
            /**
             * @description What stands between the cells of a CSV file.
             * @enum {string}
             */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding?: "utf-8" | "utf-8-bom" | "windows-1252" | "iso-8859-1" | "ascii";
            /** @enum {string} */
            format?: "csv" | "xlsx" | "json" | "fixed_width";
            /** @description Whether the first row has the headers. */
            hasHeader?: boolean;
            /** @description True for a layout that the district no longer uses. Vendors that have it must get another one first. */
            isArchived?: boolean;
            /** @enum {string} */
            lineEnd?: "crlf" | "lf";
            name?: string;
            /**
             * @description `claim` for one row for each claim, or `part` for one row for each part of a claim.
             * @enum {string}
             */
            rowsPer?: "claim" | "part";
            /**
             * @description What happens to a character that the encoding does not have: the claim stays ready, or Rollcall writes the nearest
             *     Latin letters with a note.
             * @enum {string}
             */
            whenNotEncodable?: "refuse" | "replace";
        };
        /** @description What somebody who writes a layout can choose from. */
        LayoutChoices: {
            fields: components["schemas"]["FieldChoice"][];
            readyMade: components["schemas"]["ReadyMadeLayout"][];
        };
        /** @description A column of the file: what stands above it, and what stands in it. */
        LayoutColumn: {
            /**
             * @description Fixed width only: on which side the text stands.
             * @enum {string}
             */
            align: "left" | "right";
            /** @description The text of every row. Null if the column has a field. */
            constant: string | null;
            /**
             * @description What Rollcall writes into it. Null if every row has the constant.
             * @enum {string|null}
             */
            field: "accidental" | "approvedCost" | "assetTag" | "batch" | "borrower" | "box" | "category" | "contactEmail" | "contactName" | "contactPhone" | "contractNumber" | "coverageEndsOn" | "coverageType" | "deviceType" | "district" | "manufacturer" | "model" | "number" | "observed" | "observedAndTried" | "openedByEmail" | "openedByName" | "openedOn" | "partDescription" | "partLine" | "partNumber" | "partQuantity" | "partReturns" | "purchaseReference" | "purchasedOn" | "reference" | "requestedService" | "resubmissions" | "rma" | "row" | "sentOn" | "serialNumber" | "shipFromCity" | "shipFromName" | "shipFromPostalCode" | "shipFromState" | "shipFromStreet" | "siteCode" | "siteName" | "slot" | "tried" | null;
            /** @enum {string|null} */
            format: "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY" | "MMDDYYYY" | "YYYY-MM-DD" | "YYYYMMDD" | "cents" | "dollars" | "upper" | null;
            header: string;
            /** @description A claim without a value for this column stays ready. */
            isRequired: boolean;
            /** @description Most characters. In a fixed-width file, the exact number of characters. */
            longest: number | null;
            /**
             * @description Fixed width only: what fills the rest.
             * @enum {string}
             */
            pad: " " | "0";
            /**
             * @description What happens to a text that is longer: the claim stays ready, or Rollcall cuts the text with a note.
             * @enum {string}
             */
            whenTooLong: "cut" | "refuse";
            /** @description The vendor's words for Rollcall's values, such as `{"screen": "LCD", "true": "Y"}`. Other values stay as they are. */
            words: {
                [key: string]: string;
            } | null;
        };
        LayoutColumnBody: {
            /**
             * @description In a fixed-width file, the side on which the text stands.
             * @enum {string}
             */
            align?: "left" | "right";
            /** @description The text of every row, for a column without a field. It can be empty. */
            constant?: string | null;
            /**
             * @description What Rollcall writes into the column. `GET /claim-layouts/choices` lists the fields. Leave it out for a constant.
             * @enum {string|null}
             */
            field?: "number" | "reference" | "rma" | "category" | "accidental" | "observed" | "tried" | "observedAndTried" | "openedOn" | "resubmissions" | "approvedCost" | "serialNumber" | "assetTag" | "manufacturer" | "model" | "deviceType" | "purchasedOn" | "purchaseReference" | "coverageType" | "contractNumber" | "coverageEndsOn" | "district" | "siteCode" | "siteName" | "shipFromName" | "shipFromStreet" | "shipFromCity" | "shipFromState" | "shipFromPostalCode" | "requestedService" | "contactName" | "contactEmail" | "contactPhone" | "openedByName" | "openedByEmail" | "borrower" | "partNumber" | "partDescription" | "partQuantity" | "partReturns" | "partLine" | "row" | "box" | "slot" | "batch" | "sentOn" | null;
            /**
             * @description A date format, `dollars` or `cents` for amounts, or `upper` for texts in capital letters.
             * @enum {string|null}
             */
            format?: "YYYY-MM-DD" | "MM/DD/YYYY" | "DD/MM/YYYY" | "DD.MM.YYYY" | "YYYYMMDD" | "MMDDYYYY" | "dollars" | "cents" | "upper" | null;
            /** @description What stands above the column. In a JSON file, the name of the value. */
            header: string;
            /** @description A claim without a value for this column stays ready. */
            isRequired?: boolean;
            /** @description Most characters. In a fixed-width file, the exact number of characters. */
            longest?: number | null;
            /**
             * @description In a fixed-width file, what fills the rest of the column.
             * @enum {string}
             */
            pad?: " " | "0";
            /**
             * @description What happens to a text that is longer: the claim stays ready, or Rollcall cuts the text with a note.
             * @enum {string}
             */
            whenTooLong?: "refuse" | "cut";
            /** @description The vendor's words for Rollcall's values, such as `{"screen": "LCD", "true": "Y"}`. */
            words?: {
                [key: string]: string;
            } | null;
        };
        /** @description How the claims of a vendor become a file. Rows are in the order of claim numbers, columns in the order of the list. */
        LayoutDefinition: {
            columns: components["schemas"]["LayoutColumn"][];
            /** @enum {string} */
            dateFormat: "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY" | "MMDDYYYY" | "YYYY-MM-DD" | "YYYYMMDD";
            /**
             * @description CSV only.
             * @enum {string}
             */
            delimiter: "\t" | "," | ";" | "|";
            /** @enum {string} */
            encoding: "ascii" | "iso-8859-1" | "utf-8" | "utf-8-bom" | "windows-1252";
            /** @enum {string} */
            format: "csv" | "fixed_width" | "json" | "xlsx";
            /** @description Whether the first row has the headers. A JSON file has them in each row. */
            hasHeader: boolean;
            /** @enum {string} */
            lineEnd: "crlf" | "lf";
            /** @enum {string} */
            rowsPer: "claim" | "part";
            /**
             * @description A character that the encoding does not have: the claim stays ready, or Rollcall writes the nearest Latin letters.
             * @enum {string}
             */
            whenNotEncodable: "refuse" | "replace";
        };
        /** @description What a file would be like. Nothing is saved or sent. */
        LayoutPreview: {
            /** @description What Rollcall would cut or replace. */
            changed: components["schemas"]["RemarkedClaim"][];
            /** @description Claims that would be in the file. */
            claimCount: number;
            /** @description Whether the file would have names of people. */
            hasNames: boolean;
            headers: string[];
            mediaType: string;
            /** @description Claims that would stay ready, and what they lack. */
            notSent: components["schemas"]["RemarkedClaim"][];
            /** @description Rows that the file would have, without its headers. */
            rowCount: number;
            /** @description The first 20 rows. */
            rows: (string | number | boolean | null)[][];
            sizeBytes: number;
            /** @description The beginning of the file as a text. Null for a workbook. */
            text: string | null;
        };
        /** @description A try-out on real claims that are ready. Nothing is saved or sent. */
        LayoutPreviewBody: {
            /** @description Ids of ready claims. By default, the oldest that are ready. */
            claims?: string[];
            /** @description A layout that is not saved yet. */
            definition?: components["schemas"]["LayoutBody"];
            /** @description Key of a layout. Leave it out to try the layout in `definition`, or the vendor's own layout. */
            layout?: string;
            /** @description Key of the vendor whose ready claims are tried. */
            vendor: string;
        };
        /** @description How claims become a file. */
        LayoutView: {
            definition: components["schemas"]["LayoutDefinition"];
            /** @description Whether it has a column with names of people. Such a layout works only for a vendor that may get names. */
            hasNames: boolean;
            id: string;
            isArchived: boolean;
            /** @description What vendors' settings call it. It never changes. */
            key: string;
            /** @description The version of what the file looks like. A batch names the one that it was written with. */
            layoutVersion: number;
            name: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Counts every change, also of the name. */
            version: number;
        };
        /** @description A letter with each attempt to send it. */
        LetterDetails: {
            address: string;
            /** @description The last answer of the receiver, or what went wrong. */
            answer: string | null;
            attempts: number;
            /** @description How it is sent, such as `email`. */
            channel: string;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            guarantee: "at_least_once" | "at_most_once";
            history: components["schemas"]["AttemptView"][];
            id: string;
            /**
             * Format: date-time
             * @description Null unless the letter is waiting.
             */
            nextAttemptAt: string | null;
            /** @description 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
            round: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "failed" | "kept" | "sending" | "sent" | "taken" | "unsure" | "waiting";
            /** @description Id of what it is about: the output of a report. */
            subjectId: string;
            /** @description What it is about, such as `report`. */
            subjectKind: string;
        };
        /** @description A letter as the API shows it. */
        LetterView: {
            address: string;
            /** @description The last answer of the receiver, or what went wrong. */
            answer: string | null;
            attempts: number;
            /** @description How it is sent, such as `email`. */
            channel: string;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            guarantee: "at_least_once" | "at_most_once";
            id: string;
            /**
             * Format: date-time
             * @description Null unless the letter is waiting.
             */
            nextAttemptAt: string | null;
            /** @description 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
            round: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "failed" | "kept" | "sending" | "sent" | "taken" | "unsure" | "waiting";
            /** @description Id of what it is about: the output of a report. */
            subjectId: string;
            /** @description What it is about, such as `report`. */
            subjectKind: string;
        };
        /** @description A job in the list of jobs. */
        ListedJob: {
            /** Format: date-time */
            createdAt: string;
            done: number;
            /** @description Whole seconds. */
            etaSeconds: number | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            kind: string;
            /** @description Why it failed, in words. */
            problem: string | null;
            /** @description Rows a second in this stage, with 1 decimal. */
            rate: number | null;
            stage: string | null;
            /** @enum {string} */
            state: "cancelled" | "done" | "failed" | "queued" | "running";
            /** @description The subject of the work, such as an import, a change set or a report. */
            subjectId: string;
            total: number | null;
        };
        /** @description The support that the caller's sites needed in a month, and what they got. */
        LoadMonth: {
            /** @description Hours that technicians reported, with 2 decimals. Null if there are no time reports. */
            deliveredHours: number | null;
            devices: number;
            /**
             * @description A twelfth of the minutes that these devices need in a year, and the minutes of the warranty claims that were opened in
             *     the month. With 1 decimal.
             */
            expectedMinutes: number;
            /** @description With 1 decimal. Also null for a month that is not over, because its hours are incomplete. */
            minutesPerDeliveredHour: number | null;
            /** @description Such as `2026-01`. */
            month: string;
            /** @description The last past day of the month. The devices are counted at the end of this day. */
            on: string;
        };
        /** @description Totals of the sites. */
        LoadTotals: {
            /** @description Per week, with 2 decimals. */
            allocatedHours: number;
            claimsAYear: number;
            /** @description Per week, with 2 decimals. */
            deliveredHours: number | null;
            devices: number;
            /** @description Per year, with 1 decimal. */
            expectedMinutes: number;
            /** @description Per week, with 2 decimals. */
            hoursPer100Devices: number | null;
            /** @description With 1 decimal. */
            minutesPerAllocatedHour: number | null;
            /** @description With 1 decimal. */
            minutesPerDeliveredHour: number | null;
            /** @description The expected minutes as hours per week, with 2 decimals. */
            neededHours: number;
            openClaims: number;
            openRepairs: number | null;
            repairsAYear: number | null;
            sites: number;
            small: number;
        };
        LoadTrend: {
            from: string;
            months: components["schemas"]["LoadMonth"][];
            to: string;
            /** @description These weights are used for all months. Only devices and hours change from month to month. */
            weightsVersion: number;
        };
        /** @description A device that somebody has. */
        LoanView: {
            assetTag: string | null;
            deviceId: string;
            /** @description Calendar date. */
            dueOn: string | null;
            /**
             * @description ID in the district's own files. The ID, the names and the grade are null for a student at a site that the caller
             *     cannot see.
             */
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
            /** @description Code of the person's site. It differs from the device's site if the person changed schools. */
            personSite: string | null;
            personSiteName: string | null;
            serialNumber: string | null;
            /** @description Code of the site of the device. */
            site: string;
            siteName: string;
        };
        LookUpBody: {
            /** @description Only these devices, of those. */
            deviceIds?: string[];
            /**
             * @description `new` for devices about which the maker has not answered yet, `all` for every device.
             * @enum {string}
             */
            devices?: "new" | "all";
            /** @enum {string} */
            maker: "dell" | "lenovo" | "hp" | "apple";
        };
        /** @description When a maker is asked by itself, in the district's time zone, and about which devices. */
        LookUpSchedule: {
            /** @description Devices whose answer is older are asked about again. Null: only devices without an answer. */
            askAgainAfterDays: number | null;
            /** @description `HH:MM`. */
            at: string;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekdays: number[];
        };
        LookUpScheduleBody: {
            /**
             * @description Rollcall asks again about devices whose last answer is older than so many days. Null if it asks only about devices
             *     without an answer.
             */
            askAgainAfterDays?: number | null;
            /** @description Such as `02:00`, in the district's time zone. */
            at: string;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekdays: number[];
        };
        /** @description How a device went missing. */
        LossView: {
            /** @enum {string} */
            missing: "lost" | "stolen";
            /** @description Calendar date. Null if an import had no date. */
            missingSince: string | null;
            policeReportNumber: string | null;
        };
        LotChangeBody: {
            name?: string;
            note?: string | null;
            /** @description Where at the site it stands. */
            place?: string | null;
            /** @description Key of the vendor who gets the devices. */
            recipient?: string | null;
            /** @enum {string} */
            route?: "recycle" | "sell" | "donate" | "trade_in" | "agency_transfer" | "lease_return";
            /** @description The day on which somebody decided to discard what is in the lot. The clock of universal waste runs from this day. */
            wasteSince?: string | null;
            /** @description If the recipient removes the data. Not for a lease return. */
            wipe?: components["schemas"]["WipeContractBody"] | null;
        };
        LotDetail: {
            boardItem: {
                id: string;
                meetingOn: string;
                number: string;
                title: string;
            } | null;
            changeSetId: string | null;
            /** @description Devices that were scanned at the pick-up. */
            checked: number;
            counted: number | null;
            /** Format: date-time */
            createdAt: string;
            devices: number;
            differences: components["schemas"]["DifferenceView"][];
            driverCompany: string | null;
            driverName: string | null;
            /** Format: date-time */
            frozenAt: string | null;
            id: string;
            isBatteries: boolean;
            /** @description Why an open lot cannot be frozen, with the number of devices. */
            lacks: {
                devices: number;
                /** @enum {string} */
                lack: "admin_import" | "approval" | "board_item" | "funding_date" | "held" | "lessor_receipt" | "loss_report" | "not_retired" | "released" | "sanitization_contracted" | "sanitized" | "signed_lot" | "vendor_claim";
            }[];
            lessorReceipt: string | null;
            /** @description SHA-256 of the manifest as CSV, in hexadecimal digits. Null until the lot is frozen. */
            manifestSha256: string | null;
            name: string;
            /** @description The first of them is due on this day. */
            nextDueOn: string | null;
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "approved" | "cancelled" | "frozen" | "open" | "picked_up" | "settled";
            }[];
            note: string | null;
            /** @description Counts up in the district, from 1. */
            number: number;
            obligations: components["schemas"]["ObligationView"][];
            /** @description Things that must be filed, and are not. */
            obligationsOpen: number;
            /** Format: date-time */
            pickedUpAt: string | null;
            place: string | null;
            /** @description SHA-256 of the receipt that the driver signed. */
            receiptSha256: string | null;
            /** @description Key and name of the vendor who gets the devices. */
            recipient: string | null;
            recipientName: string | null;
            /** @enum {string} */
            route: "agency_transfer" | "donate" | "lease_return" | "recycle" | "sell" | "trade_in";
            /** @description Code of the site where it stands. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "approved" | "cancelled" | "frozen" | "open" | "picked_up" | "settled";
            steps: components["schemas"]["StepView"][];
            version: number;
            wasteSince: string | null;
            /** @description If the recipient removes the data. */
            wipe: {
                certificate: string;
                contract: string;
                validUntil: string;
            } | null;
        };
        LotDevicesBody: {
            /**
             * @description Ids of devices to add. Each is added or refused by itself.
             * @default []
             */
            add: string[];
            /** @description Of the devices that are added, in words or as a grade. */
            condition?: string | null;
            /** @description Of the devices that are added. */
            pallet?: string | null;
            /**
             * @description Ids of devices to remove.
             * @default []
             */
            remove: string[];
        };
        /** @description A lot after its devices changed. */
        LotDevicesChanged: {
            added: number;
            boardItem: {
                id: string;
                meetingOn: string;
                number: string;
                title: string;
            } | null;
            changeSetId: string | null;
            /** @description Devices that were scanned at the pick-up. */
            checked: number;
            counted: number | null;
            /** Format: date-time */
            createdAt: string;
            devices: number;
            differences: components["schemas"]["DifferenceView"][];
            driverCompany: string | null;
            driverName: string | null;
            /** Format: date-time */
            frozenAt: string | null;
            id: string;
            isBatteries: boolean;
            /** @description Why an open lot cannot be frozen, with the number of devices. */
            lacks: {
                devices: number;
                /** @enum {string} */
                lack: "admin_import" | "approval" | "board_item" | "funding_date" | "held" | "lessor_receipt" | "loss_report" | "not_retired" | "released" | "sanitization_contracted" | "sanitized" | "signed_lot" | "vendor_claim";
            }[];
            lessorReceipt: string | null;
            /** @description SHA-256 of the manifest as CSV, in hexadecimal digits. Null until the lot is frozen. */
            manifestSha256: string | null;
            name: string;
            /** @description The first of them is due on this day. */
            nextDueOn: string | null;
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "approved" | "cancelled" | "frozen" | "open" | "picked_up" | "settled";
            }[];
            note: string | null;
            /** @description Counts up in the district, from 1. */
            number: number;
            obligations: components["schemas"]["ObligationView"][];
            /** @description Things that must be filed, and are not. */
            obligationsOpen: number;
            /** Format: date-time */
            pickedUpAt: string | null;
            place: string | null;
            /** @description SHA-256 of the receipt that the driver signed. */
            receiptSha256: string | null;
            /** @description Key and name of the vendor who gets the devices. */
            recipient: string | null;
            recipientName: string | null;
            /** @description Devices that could not be added. */
            refused: components["schemas"]["NotAdded"][];
            removed: number;
            /** @enum {string} */
            route: "agency_transfer" | "donate" | "lease_return" | "recycle" | "sell" | "trade_in";
            /** @description Code of the site where it stands. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "approved" | "cancelled" | "frozen" | "open" | "picked_up" | "settled";
            steps: components["schemas"]["StepView"][];
            version: number;
            wasteSince: string | null;
            /** @description If the recipient removes the data. */
            wipe: {
                certificate: string;
                contract: string;
                validUntil: string;
            } | null;
        };
        /** @description A device of a lot. */
        LotDeviceView: {
            /** Format: date-time */
            addedAt: string;
            assetTag: string | null;
            /**
             * Format: date-time
             * @description When it was scanned at the pick-up.
             */
            checkedAt: string | null;
            condition: string | null;
            deviceId: string;
            deviceModel: string;
            /** @description What keeps the lot from being frozen. Empty once it is frozen. */
            lacks: ("admin_import" | "approval" | "board_item" | "funding_date" | "held" | "lessor_receipt" | "loss_report" | "not_retired" | "released" | "sanitization_contracted" | "sanitized" | "signed_lot" | "vendor_claim")[];
            manufacturer: string;
            pallet: string | null;
            /** @description In the manifest, from 1. Null before there is one. */
            position: number | null;
            serialNumber: string | null;
            /** @description Code of the site of the device. */
            site: string;
            /** @enum {string} */
            status: "deployed" | "disposed" | "in_repair" | "in_stock" | "missing" | "retired" | "void";
        };
        /** @description The failure rates of lots. A lot is the devices of one model that were bought under one purchase reference. */
        LotRates: {
            /** @description The highest probability that any lot is called bad by mere chance. */
            errorRate: number;
            /** @description Lots with fewer failures are not ranked. */
            fewestFailures: number;
            /** @description Devices are watched from this day on. Null if there are no claims yet. */
            from: string | null;
            /** @description Lots with fewer device-years are not ranked. */
            leastDeviceYears: number;
            lots: components["schemas"]["LotView"][];
            /** @description Lots with fewer devices are not shown. */
            smallestLot: number;
            /** @description How many lots are too small to be shown. */
            smallLots: number;
            /** @description How many lots were compared with the rest of their kind. */
            tested: number;
            to: string;
        };
        LotRow: {
            /** Format: date-time */
            createdAt: string;
            devices: number;
            /** Format: date-time */
            frozenAt: string | null;
            id: string;
            isBatteries: boolean;
            name: string;
            /** @description The first of them is due on this day. */
            nextDueOn: string | null;
            /** @description Counts up in the district, from 1. */
            number: number;
            /** @description Things that must be filed, and are not. */
            obligationsOpen: number;
            /** Format: date-time */
            pickedUpAt: string | null;
            place: string | null;
            /** @description Key and name of the vendor who gets the devices. */
            recipient: string | null;
            recipientName: string | null;
            /** @enum {string} */
            route: "agency_transfer" | "donate" | "lease_return" | "recycle" | "sell" | "trade_in";
            /** @description Code of the site where it stands. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "approved" | "cancelled" | "frozen" | "open" | "picked_up" | "settled";
            version: number;
            wasteSince: string | null;
        };
        LotStepBody: {
            /**
             * Format: uuid
             * @description With `approve`: id of the board item. A lease return needs none.
             */
            boardItem?: string;
            /** @description With `pick_up`: how many devices the driver counted. */
            counted?: number;
            /** @description With `pick_up`: who takes the devices, and signs. */
            driver?: components["schemas"]["DriverBody"];
            /** @description With `pick_up`: devices that are there and not on the manifest. Rollcall notes them, and disposes of none of them. */
            extras?: components["schemas"]["ExtraDeviceBody"][];
            /** @description With `pick_up` of a lease return: number of the receipt of the lessor. */
            lessorReceipt?: string;
            /** @description Why. Needed for `cancel` and `disapprove`. */
            note?: string | null;
            /** @description With `pick_up`: devices of the manifest that are not there. They stay in the district. */
            notTaken?: components["schemas"]["NotTakenBody"][];
            /** @enum {string} */
            step: "freeze" | "approve" | "disapprove" | "pick_up" | "settle" | "cancel";
        };
        /** @description How often a lot fails, compared with the rest of its kind. */
        LotView: {
            /** @description The bad lot as work for people, if there is one. */
            badLotId: string | null;
            /** @enum {string|null} */
            badLotState: "handled" | "open" | null;
            /**
             * @description The probability that at least this many failures are mere chance, corrected for the number of lots (Holm). With 6
             *     decimals. Null if the lot was not tested.
             */
            correctedChance: number | null;
            devices: number;
            /** @description With 1 decimal. */
            deviceYears: number;
            failures: number;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            /** @description Manufacturer and model. */
            model: string;
            modelId: string;
            /**
             * @description Why the lot is not ranked, if its numbers are too small.
             * @enum {string|null}
             */
            notRanked: "few_devices" | "few_failures" | "no_rest" | "short_time" | null;
            /** @description Null for the devices of the model without a purchase reference. */
            purchaseReference: string | null;
            /** @description 1 for the worst of the bad lots. Null if the lot is not bad. */
            rank: number | null;
            /** @description Failures in 100 device-years, with 2 decimals. */
            rate: number | null;
            /** @description Upper limit, with 2 decimals. */
            rateHigh: number | null;
            /** @description Lower limit of the exact Poisson interval of 95%, with 2 decimals. */
            rateLow: number | null;
            /** @description The rate divided by that of the rest, with 3 decimals. Null if the rest never failed. */
            ratio: number | null;
            /** @description Failures in 100 device-years of the other devices of the kind, with 2 decimals. */
            restRate: number | null;
        };
        MakerAccountBody: {
            /** @description What the manufacturer gives, by the names in the list of manufacturers. It is encrypted and never shown again. */
            credentials: {
                [key: string]: string;
            };
            /** @description Key of the vendor that provides what the maker says. */
            vendor: string;
        };
        /** @description What a district has said about asking a maker. The credentials themselves are never shown. */
        MakerAccountView: {
            /** @description Names of the credentials that the maker gives. */
            credentials: string[];
            /**
             * Format: date-time
             * @description When the last look-up ended.
             */
            endedAt: string | null;
            /** @enum {string} */
            maker: "apple" | "dell" | "hp" | "lenovo";
            /** @description Only devices of this manufacturer are asked about. */
            manufacturer: string;
            /**
             * Format: date-time
             * @description When Rollcall asks by itself next.
             */
            nextRunAt: string | null;
            /** @description Why the last look-up ended early. */
            problem: string | null;
            /** @description When Rollcall asks by itself. Null if people start each look-up themselves. */
            schedule: components["schemas"]["LookUpSchedule"] | null;
            /**
             * Format: date-time
             * @description When the credentials were entered. Null if the maker cannot be asked.
             */
            setAt: string | null;
            /** @description Key of the vendor that provides what the maker says. Null if the maker cannot be asked. */
            vendor: string | null;
            vendorName: string | null;
        };
        MakerScheduleBody: {
            /** @description When Rollcall asks by itself. Null if people start each look-up themselves. */
            schedule?: components["schemas"]["LookUpScheduleBody"] | null;
        };
        /** @description What a batch is made of, to check a file against. */
        Manifest: {
            claimCount: number;
            claims: components["schemas"]["ManifestClaim"][];
            /** Format: date-time */
            createdAt: string;
            /** @description Name or email of the account. Null for the vendor's schedule. */
            createdByName: string | null;
            fileName: string;
            /** @description Whether the file has names of people, which the district allowed for this vendor. */
            hasNames: boolean;
            id: string;
            /** @description Key of the layout in which the file is written, and its version then. */
            layout: string;
            layoutVersion: number;
            mediaType: string;
            /** @description Rows of the file, without its headers. */
            rowCount: number;
            /** @description Counts up for each vendor, from 1, without gaps. */
            sequence: number;
            /** @description Of the file, in lower-case hexadecimal digits. */
            sha256: string;
            sizeBytes: number;
            supersededBy: string | null;
            /** @description Id of the batch that this one supersedes, and of the one that supersedes it. */
            supersedes: string | null;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
        };
        /** @description A claim as the manifest names it. */
        ManifestClaim: {
            assetTag: string | null;
            /** @enum {string} */
            category: "audio" | "battery" | "camera" | "case" | "charging_port" | "hinge" | "keyboard" | "liquid" | "mainboard" | "network" | "other" | "power" | "screen" | "software" | "storage" | "trackpad";
            /** @description Such as `C-2026-000123`. */
            number: string;
            position: number;
            /** @description How often the claim had been sent again before. */
            resubmissions: number;
            /** @description Of the device when the batch was made. */
            serialNumber: string | null;
        };
        MappingBody: {
            /**
             * @description `columns` (a field for each header) and, if needed, `defaults`, `words`, `dateOrder`, `decimal` and
             *     `padTagsTo`.
             */
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
             * @description The duplicate record. The device in the address is kept.
             */
            duplicateId: string;
            note?: string;
        };
        /** @description A claim that the district was billed for, although a coverage would have paid on the day on which it was opened. */
        MissedCoverage: {
            /** @enum {string} */
            category: "audio" | "battery" | "camera" | "case" | "charging_port" | "hinge" | "keyboard" | "liquid" | "mainboard" | "network" | "other" | "power" | "screen" | "software" | "storage" | "trackpad";
            /** @description Empty if it has none. */
            contractNumber: string;
            coverageId: string;
            /** @enum {string} */
            coverageKind: "accidental_damage" | "battery" | "extended" | "insurance" | "manufacturer" | "other";
            /** @description The vendor of the coverage. */
            coverageVendorName: string;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            /** @description Manufacturer and model. */
            deviceModel: string;
            /** @description Id of the claim. */
            id: string;
            isAccidental: boolean;
            /** @description Of this, what the coverage would have paid: all above its deductible, up to its repair cap. */
            missedCents: number;
            /** @description Number of the claim. */
            number: string;
            /** Format: date-time */
            openedAt: string;
            /** @description What the vendor invoiced. */
            paidCents: number;
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
            /** @description The vendor that sent the invoice. */
            vendorName: string;
        };
        /** @description What the district left to others to keep, at the sites that you can see. */
        MissedTotals: {
            /** @description Claims with an invoice that a coverage would have paid, in full or in part. */
            claims: number;
            /** @description What coverages would have paid of these invoices. */
            missedCents: number;
            /** @description Their invoices together. */
            paidCents: number;
            /** @description Devices that are in repair today without a claim, although a coverage for defects has not ended. */
            unclaimedRepairs: number;
        };
        ModelChangeBody: {
            /** @description The date that the district uses instead of the date in the published list. Null goes back to the published date. */
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
            /** @description Sites that the model does not cover, which are left out. */
            notCovered: number;
            /** @description Covered sites with fewer than 50 devices, which are left out. */
            small: number;
            /** @description One for each basis. */
            spreads: {
                /** @enum {string} */
                basis: "allocated" | "recommended" | "without_gifts";
                /**
                 * @description From 0, when all sites have the same, toward 1, when one site has everything. With 3 decimals. Null if no site
                 *     has any hours.
                 */
                gini: number | null;
                /** @description With 2 decimals. */
                median: number | null;
                /** @description The 10th percentile, interpolated between the two nearest sites, with 2 decimals. */
                p10: number | null;
                /** @description The 90th percentile, with 2 decimals. */
                p90: number | null;
                /** @description The 90th percentile divided by the 10th, with 3 decimals. Null if the 10th is 0. */
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
            /** @description The model comes with Rollcall and cannot be changed. */
            readyMade: boolean;
            source: string;
            sourceDate: string;
            /** @enum {string} */
            unit: "days" | "hours";
            version: number;
        };
        /** @description The complete next version of a model. */
        ModelVersionBody: {
            /** @description For each covered type of site, exactly one band must match every number of enrolled students. */
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
            /** @description What a site gets if it has no hours or days and buys none. */
            otherwise?: string | null;
            /** @description The source of the numbers, such as a paper or a board's decision. */
            source: string;
            /** @description The date of that source. */
            sourceDate: string;
            /** @enum {string} */
            unit: "hours" | "days";
        };
        ModelView: {
            /** @description The district's own date, or else the date in the published list. */
            autoUpdateEndsOn: string | null;
            autoUpdateSource: string | null;
            expectedLifeMonths: number | null;
            id: string;
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            manufacturer: string;
            name: string;
            /** @enum {string} */
            platform: "chromeos" | "ipados" | "macos" | "other" | "windows";
            version: number;
        };
        /**
         * @description One field on which the record and the scan disagree, with names for ids. A name is null if the value is not an
         *     id, or if the caller cannot see the name of the person.
         */
        NamedClash: {
            /** Format: date-time */
            changedAt: string | null;
            /** @description Name or email of the person who set the value of the record, and when. Null if that is not known. */
            changedBy: string | null;
            field: string;
            mine: unknown;
            mineName: string | null;
            theirs: unknown;
            theirsName: string | null;
        };
        /** @description A site nearby, for comparison. */
        Neighbour: {
            /** @description In use on the day. */
            devices: number;
            /** @description Allocated hours per week, with 2 decimals. */
            hoursPer100Devices: number | null;
            /** @description In a straight line, with 1 decimal. */
            kilometres: number;
            /**
             * @description Expected minutes for each hour, with 1 decimal. At 60, the hours are just enough. Above 60, they are too few.
             *     Null if there are no hours.
             */
            minutesPerAllocatedHour: number | null;
            /** @description With 1 decimal. Null if there are no hours. */
            minutesPerDeliveredHour: number | null;
            name: string;
            /** @description With 3 decimals. */
            repairsPer100Devices: number | null;
            /** @description Code of the site. */
            site: string;
            /** @enum {string} */
            type: "elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse";
        };
        NewAbsenceBody: {
            /** @description A date, `YYYY-MM-DD`. */
            fromOn: string;
            /** @enum {string} */
            reason: "sick" | "leave" | "learning" | "other";
            /** Format: uuid */
            technicianId: string;
            /** @description The last day, included. */
            toOn: string;
        };
        NewAccountBody: {
            /** Format: email */
            email: string;
            name?: string;
            password?: string;
            /** @description Regions whose sites the account can see. */
            regions?: string[];
            /** @enum {string} */
            role: "admin" | "its" | "lead" | "liaison" | "technician" | "site_staff" | "vendor";
            /** @description Codes of the sites that the account can see. */
            sites?: string[];
        };
        NewAllocationModelBody: {
            /** @description For each covered type of site, exactly one band must match every number of enrolled students. */
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
            /** @description What a site gets if it has no hours or days and buys none. */
            otherwise?: string | null;
            /** @description The source of the numbers, such as a paper or a board's decision. */
            source: string;
            /** @description The date of that source. */
            sourceDate: string;
            /** @enum {string} */
            unit: "hours" | "days";
        };
        NewAssignmentBody: {
            /** @description The last day, included. */
            endsOn: string;
            /**
             * @description Whether proposals keep the assignment as it is.
             * @default true
             */
            isFixed: boolean;
            /**
             * Format: uuid
             * @description The purchase that the assignment fulfills, if it was bought.
             */
            purchaseId?: string | null;
            /** @description Code of the site. */
            site: string;
            /** @description A date, `YYYY-MM-DD`. */
            startsOn: string;
            /** Format: uuid */
            technicianId: string;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekday: number;
        };
        NewBatchBody: {
            /**
             * @description Ids of ready claims. By default, all ready claims of the vendor, and at most 1,000. With `supersedes`, claims of that
             *     batch, and by default all of its claims that the vendor still has.
             */
            claims?: string[];
            /**
             * Format: uuid
             * @description Id of a batch that was wrong. The new batch has its claims again, as they are now and in the present layout.
             */
            supersedes?: string;
            /** @description Key of the vendor. */
            vendor: string;
        };
        NewBoardItemBody: {
            /**
             * @description `in_part` approves only the lots that it names.
             * @default planned
             * @enum {string}
             */
            decision: "planned" | "approved" | "in_part" | "refused";
            /**
             * @description What the board finds, by the section of the law.
             * @enum {string}
             */
            finding: "17545" | "17546_a" | "17546_b" | "17546_c" | "17540" | "17542" | "other";
            /** @description The words of the finding, if `finding` is `other`. */
            findingText?: string | null;
            /** @description Ids of the lots that the item names. An approved item that names none is valid for every lot. */
            lots?: string[];
            /** @description A date, `YYYY-MM-DD`. */
            meetingOn: string;
            note?: string | null;
            /** @description Number of the item on the agenda. */
            number: string;
            /** @description Members of the board who were present. */
            present?: number | null;
            title: string;
            /** @description Lots can be approved by it from this day on. By default, the day of the meeting. */
            validFrom?: string;
            /** @description The last day. By default, a year after the meeting. */
            validTo?: string;
            /** @description How many of them voted yes. */
            yes?: number | null;
        };
        NewCartBody: {
            name: string;
            /**
             * Format: uuid
             * @description A room of the same site.
             */
            roomId?: string | null;
        };
        NewClaimBody: {
            /** @enum {string} */
            category: "screen" | "keyboard" | "trackpad" | "battery" | "power" | "charging_port" | "hinge" | "case" | "camera" | "audio" | "storage" | "mainboard" | "network" | "liquid" | "software" | "other";
            contact?: components["schemas"]["ClaimContactBody"] | null;
            /** Format: uuid */
            deviceId: string;
            /** @description The district's own number, such as that of a ticket. */
            districtReference?: string | null;
            /**
             * @description Whether somebody damaged the device. Otherwise, it is a defect.
             * @default false
             */
            isAccidental: boolean;
            /** @description What is wrong. */
            observed: string;
            /** @description All parts that are asked for, in the place of those before. Only until the claim is sent. */
            parts?: components["schemas"]["ClaimPartBody"][];
            /**
             * @description The service that is asked for. Only until the claim is sent.
             * @enum {string|null}
             */
            requestedService?: "depot" | "carry_in" | "on_site" | "parts_only" | "advance_exchange" | null;
            /** @description By default, the site of the device. */
            shipFrom?: components["schemas"]["ShipFromBody"] | null;
            /**
             * @description The device stays in use, such as for a repair on site. Otherwise, it goes to repair.
             * @default false
             */
            staysInUse: boolean;
            /** @description What you tried. */
            tried?: string | null;
            /** @description Key of the vendor. By default, the vendor of the coverage that should pay. */
            vendor?: string;
        };
        NewCoverageBody: {
            /** @description The last day, if the coverage was cancelled. It takes precedence over `endsOn`. */
            cancelledOn?: string | null;
            /** @description Number of the contract or plan. */
            contractNumber?: string;
            /** @description What the district pays for each incident, in cents. */
            deductibleCents?: number | null;
            /** Format: uuid */
            deviceId: string;
            /** @description A date, `YYYY-MM-DD`. */
            endsOn: string;
            /** @description What the coverage does not pay for. */
            excludes?: ("theft" | "loss" | "liquid" | "battery" | "charger" | "stylus")[];
            /** @description Claims that the vendor takes in each year of the coverage. Null for any number. */
            incidentsAYear?: number | null;
            /** @description Claims that the vendor takes in all. Null for any number. */
            incidentsInTotal?: number | null;
            /** @enum {string} */
            kind: "manufacturer" | "extended" | "accidental_damage" | "insurance" | "battery" | "other";
            /**
             * @description Whether a replacement device takes over the rest of the coverage, or the coverage ends.
             * @enum {string}
             */
            onReplacement?: "transfers" | "ends";
            /** @description The most that all repairs together may cost the vendor, in cents. */
            repairCapCents?: number | null;
            /** @enum {string|null} */
            serviceLevel?: "depot" | "carry_in" | "on_site" | "parts_only" | "advance_exchange" | null;
            /** @description First and last day. */
            startsOn: string;
            /** @description Key of the vendor that provides it. */
            vendor: string;
            /** @description Days from the first day in which the vendor takes no claim. */
            waitingDays?: number;
        };
        NewCoverageRuleBody: {
            /** @description Number of the contract or plan. */
            contractNumber?: string;
            /** @description What the district pays for each incident, in cents. */
            deductibleCents?: number | null;
            devices: components["schemas"]["RuleDevicesBody"];
            /** @description What the coverage does not pay for. */
            excludes?: ("theft" | "loss" | "liquid" | "battery" | "charger" | "stylus")[];
            /** @description Claims that the vendor takes in each year of the coverage. Null for any number. */
            incidentsAYear?: number | null;
            /** @description Claims that the vendor takes in all. Null for any number. */
            incidentsInTotal?: number | null;
            /** @enum {string} */
            kind: "manufacturer" | "extended" | "accidental_damage" | "insurance" | "battery" | "other";
            /**
             * @description How long the coverage lasts. It ends on the day before the day with the same number: 12 months from August 15 end on
             *     August 14. If the last month is too short for that number, the coverage ends on the last day of that month: 1 month
             *     from January 31 ends on the last day of February.
             */
            months: number;
            name: string;
            /**
             * @description Whether a replacement device takes over the rest of the coverage, or the coverage ends.
             * @enum {string}
             */
            onReplacement?: "transfers" | "ends";
            /** @description The most that all repairs together may cost the vendor, in cents. */
            repairCapCents?: number | null;
            /** @enum {string|null} */
            serviceLevel?: "depot" | "carry_in" | "on_site" | "parts_only" | "advance_exchange" | null;
            /**
             * @description The first day: the day on which the device was purchased, or put in service.
             * @enum {string}
             */
            startsFrom: "purchased" | "in_service";
            /** @description Key of the vendor that provides the coverage. */
            vendor: string;
            /** @description Days from the first day in which the vendor takes no claim. */
            waitingDays?: number;
        };
        NewCoverBody: {
            /**
             * Format: uuid
             * @description The assignment to cover. Required for an absence.
             */
            assignmentId?: string;
            /** @enum {string} */
            kind: "absence" | "urgent" | "project";
            note?: string | null;
            /** @description A date, `YYYY-MM-DD`. */
            on: string;
            /** @description Code of the site. Not needed for an absence, because the absence has a site. */
            site?: string;
            /** Format: uuid */
            technicianId: string;
        };
        /** @description A new device has a site, a model and at least one code. */
        NewDeviceBody: {
            /** @description Only allowed with a write-off. */
            approvalReference?: string;
            assetTag?: string | null;
            cart?: string | null;
            costCents?: number | null;
            /** @enum {string|null} */
            disposalRoute?: "recycle" | "sell" | "donate" | "write_off" | "vendor_swap" | "lease_return" | "trade_in" | "agency_transfer" | "historical" | null;
            /** @description A date, `YYYY-MM-DD`. */
            dueOn?: string | null;
            /** @description Calendar date on which the change takes effect. By default, the change takes effect now. */
            effectiveOn?: string;
            /** @description Federal award identification number of a new funding source. */
            fain?: string | null;
            federalSharePercent?: number | null;
            fundingSource?: string | null;
            /** @description ID or email of the person who has it. */
            holder?: string | null;
            imei?: string | null;
            /** @description A date, `YYYY-MM-DD`. */
            inServiceOn?: string | null;
            /** @enum {string|null} */
            kind?: "desktop" | "laptop" | "ipad" | "chromebook" | "other" | null;
            /** @description A date, `YYYY-MM-DD`. */
            loanedOn?: string | null;
            mac?: string | null;
            manufacturer?: string | null;
            /**
             * @description Only allowed with the status `missing`.
             * @enum {string}
             */
            missing?: "lost" | "stolen";
            /** @description A date, `YYYY-MM-DD`. */
            missingSince?: string;
            model?: string | null;
            /** @description The reason. It is stored apart from the event. */
            note?: string;
            notes?: string | null;
            oldTag?: string | null;
            policeReportNumber?: string;
            /** @description A date, `YYYY-MM-DD`. */
            purchasedOn?: string | null;
            purchaseReference?: string | null;
            room?: string | null;
            serialNumber?: string | null;
            /** @description Code or name of the site. */
            site?: string | null;
            /** @enum {string|null} */
            status?: "in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | null;
            /** @description Calendar date from which the status holds. */
            statusOn?: string | null;
            /** @description Prefix of a tag series. The device gets the next tag of the series when it is saved. */
            tagSeries?: string;
        };
        NewDeviceModelBody: {
            /** @description The date that the district uses instead of the date in the published list. Null goes back to the published date. */
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
            /** @description Where that comes from, such as the rule or the award. */
            keepSource?: string | null;
            /** @description For how many years after its installation a device must be kept: five for E-rate, three for ECF. */
            keepYears?: number | null;
            name: string;
            titleHolder?: string | null;
        };
        NewIncidentPoolBody: {
            /** @description Coverages of this vendor and type with this contract number share the incidents. */
            contractNumber: string;
            /** @description How many incidents the vendor takes in all. */
            incidents: number;
            /**
             * @description The type of the coverages that share the incidents.
             * @enum {string}
             */
            kind: "manufacturer" | "extended" | "accidental_damage" | "insurance" | "battery" | "other";
            name: string;
            /**
             * @description How many of them were used before claims were kept in Rollcall.
             * @default 0
             */
            usedBefore: number;
            /** @description Key of the vendor that provides the plan. */
            vendor: string;
        };
        NewLayoutBody: {
            /** @description In the order of the file. */
            columns: components["schemas"]["LayoutColumnBody"][];
            /**
             * @description For columns with dates that have no format of their own.
             * @enum {string}
             */
            dateFormat?: "YYYY-MM-DD" | "MM/DD/YYYY" | "DD/MM/YYYY" | "DD.MM.YYYY" | "YYYYMMDD" | "MMDDYYYY";
            /**
             * @description What stands between the cells of a CSV file.
             * @enum {string}
             */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            encoding?: "utf-8" | "utf-8-bom" | "windows-1252" | "iso-8859-1" | "ascii";
            /** @enum {string} */
            format: "csv" | "xlsx" | "json" | "fixed_width";
            /** @description Whether the first row has the headers. */
            hasHeader?: boolean;
            /** @description What vendors' settings call the layout. Made from the name by default. It never changes. */
            key?: string;
            /** @enum {string} */
            lineEnd?: "crlf" | "lf";
            name: string;
            /**
             * @description `claim` for one row for each claim, or `part` for one row for each part of a claim.
             * @enum {string}
             */
            rowsPer?: "claim" | "part";
            /**
             * @description What happens to a character that the encoding does not have: the claim stays ready, or Rollcall writes the nearest
             *     Latin letters with a note.
             * @enum {string}
             */
            whenNotEncodable?: "refuse" | "replace";
        };
        NewLotBody: {
            /**
             * @description For swollen and damaged batteries, and nothing else. They can only be recycled.
             * @default false
             */
            isBatteries: boolean;
            name: string;
            note?: string | null;
            /** @description Where at the site it stands. */
            place?: string | null;
            /** @description Key of the vendor who gets the devices. */
            recipient?: string | null;
            /** @enum {string} */
            route: "recycle" | "sell" | "donate" | "trade_in" | "agency_transfer" | "lease_return";
            /** @description Code of the site where it stands. Whoever sees this site sees the lot and its devices. */
            site: string;
            /** @description The day on which somebody decided to discard what is in the lot. The clock of universal waste runs from this day. */
            wasteSince?: string | null;
            /** @description If the recipient removes the data. Not for a lease return. */
            wipe?: components["schemas"]["WipeContractBody"] | null;
        };
        NewPersonBody: {
            /** Format: email */
            email?: string | null;
            /** @description The person's ID in the student information system. */
            externalId: string;
            familyName?: string | null;
            givenName?: string | null;
            grade?: string | null;
            /** @description The first day on which the person no longer belongs to the district. */
            leftOn?: string | null;
            /** @enum {string} */
            role: "student" | "staff" | "guardian" | "other";
            /** @description Code of the site they belong to. */
            site?: string | null;
        };
        NewProblemReportBody: {
            /** @description What is wrong. */
            description: string;
            /**
             * Format: uuid
             * @description The device with the problem, if the problem is about one device.
             */
            deviceId?: string | null;
            /** @description Where a technician should go, such as `Room 12`. */
            room?: string | null;
            /** @description Code of the site where the problem is. */
            site: string;
        };
        NewPurchaseBody: {
            /** @description The account that is charged, as the district's finance system writes it. */
            accountString?: string | null;
            /** @description Hours or days per week, in the unit of the model. You can send `fullTime` instead. */
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
            /** @description The name of the fund or of the donor. Required for a gift. */
            payerName?: string | null;
            /** @description Such as `2025-26`. */
            schoolYear: string;
            /** @description Code of the site or office. */
            site: string;
            /** @description Version of the model. The latest by default. */
            version?: number;
        };
        /** @description What was recorded, and the devices that were left out. */
        NewReleases: {
            items: components["schemas"]["ReleaseView"][];
            refused: {
                code: string;
                detail: string;
                deviceId: string;
            }[];
        };
        NewReleasesBody: {
            /** @description Ids of the devices. Each is recorded or refused by itself. */
            deviceIds: string[];
            note?: string | null;
            /**
             * Format: date-time
             * @description By default, now.
             */
            releasedAt?: string;
            /**
             * @description The service that managed them. `never_managed` if there was none.
             * @enum {string}
             */
            service: "google_admin" | "apple_school_manager" | "intune" | "jamf" | "mosyle" | "other" | "never_managed";
        };
        NewReplacementBody: {
            /** @description The date of that source. */
            asOf: string;
            /** @enum {string} */
            kind: "desktop" | "laptop" | "ipad" | "chromebook" | "other";
            /** @description Months from the in-service date to replacement. */
            lifeMonths?: number | null;
            /**
             * Format: uuid
             * @description A model of that kind. Without it, the setting is for every model of the kind that has no setting of its own.
             */
            modelId?: string | null;
            /** @description Price of a replacement, in cents. */
            priceCents?: number | null;
            /** @description The source of the numbers, such as a quote, a contract or a policy. */
            source: string;
        };
        NewReportBody: {
            /** @description The formats that are attached to emails. */
            formats?: ("csv" | "xlsx" | "pdf")[];
            /** @description One of `GET /reports/kinds`. */
            kind: string;
            name?: string;
            /** @description Settings of this kind of report. Days can be words such as `schoolYearStart`. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description Email addresses. */
            recipients?: string[];
            /** @description Null ends the schedule. */
            schedule?: components["schemas"]["ScheduleBody"] | null;
        };
        NewRoomBody: {
            name: string;
        };
        /** @description A new record, with the devices that it left out. */
        NewSanitization: {
            /**
             * @description The latest decision, or null before the first one.
             * @enum {string|null}
             */
            decision: "accept" | "escalate" | "repeat" | null;
            /** @description The devices that you can see. */
            devices: components["schemas"]["SanitizedDeviceView"][];
            /** Format: date-time */
            doneAt: string;
            /** @description Name or email of the account that recorded it. */
            doneByName: string | null;
            driveSerial: string | null;
            id: string;
            /** @description The sources of the technique differ about this medium. */
            isUncertain: boolean;
            /** @enum {string} */
            mediaSource: "installed" | "pulled";
            /** @enum {string} */
            medium: "apple" | "emmc" | "hdd" | "none" | "nvme" | "sata_ssd" | "unknown";
            /**
             * @description What it counted as. Null if it failed.
             * @enum {string|null}
             */
            method: "clear" | "destroy" | "none" | "purge" | null;
            note: string | null;
            /** @description Millimeters. */
            particleMm: number | null;
            place: string | null;
            refused: components["schemas"]["NotSanitized"][];
            /** @enum {string} */
            result: "completed" | "failed";
            /** @description Where the row of the table of techniques comes from. */
            source: string;
            /** @enum {string} */
            technique: "ata_sanitize_block_erase" | "ata_sanitize_overwrite" | "ata_secure_erase" | "bitlocker_keys_deleted" | "cryptographic_erase" | "degauss" | "delete_or_format" | "disintegrate" | "drill_or_bend" | "emmc_sanitize" | "erase_all_content" | "no_storage" | "nvme_format_cryptographic" | "nvme_format_user_data" | "nvme_sanitize_block_erase" | "overwrite" | "powerwash_titan_c" | "powerwash_tpm" | "shred" | "windows_reset";
            tool: string | null;
            toolVersion: string | null;
            /** @description What people decided, oldest first. */
            validations: components["schemas"]["ValidationView"][];
            verification: string | null;
            verifiedBy: string | null;
        };
        NewSanitizationBody: {
            /** @description Ids of the devices. Each is recorded or refused by itself. */
            deviceIds: string[];
            /**
             * Format: date-time
             * @description When it was done. Now by default; not in the future.
             */
            doneAt?: string;
            /** @description Serial number of the pulled drive. */
            driveSerial?: string | null;
            /**
             * @description `pulled` for a drive that was taken out of a device that does not start.
             * @default installed
             * @enum {string}
             */
            mediaSource: "installed" | "pulled";
            /**
             * @description Where the devices keep data.
             * @enum {string}
             */
            medium: "none" | "hdd" | "sata_ssd" | "nvme" | "emmc" | "apple" | "unknown";
            note?: string | null;
            /** @description Millimeters of the largest particle. Needed for `shred`. */
            particleMm?: number | null;
            /** @description Where it was done. */
            place?: string | null;
            /**
             * @description Whether the technique completed.
             * @enum {string}
             */
            result: "completed" | "failed";
            /** @enum {string} */
            technique: "no_storage" | "delete_or_format" | "overwrite" | "windows_reset" | "ata_secure_erase" | "ata_sanitize_overwrite" | "ata_sanitize_block_erase" | "cryptographic_erase" | "nvme_sanitize_block_erase" | "nvme_format_user_data" | "nvme_format_cryptographic" | "emmc_sanitize" | "powerwash_titan_c" | "powerwash_tpm" | "erase_all_content" | "bitlocker_keys_deleted" | "degauss" | "drill_or_bend" | "shred" | "disintegrate";
            /** @description The program or the machine. */
            tool?: string | null;
            toolVersion?: string | null;
            /** @description How they saw it. */
            verification?: string | null;
            /** @description Name and title of who saw that it completed. */
            verifiedBy?: string | null;
        };
        NewSiteBody: {
            charter?: boolean;
            city?: string | null;
            /** @description The first day on which the site is closed. Null opens the site again. */
            closedOn?: string | null;
            code: string;
            /** @description Such as `K–5`. Any kind of dash works. */
            gradeSpan?: string | null;
            /** @description Degrees, north positive. */
            latitude?: number | null;
            /** @description Degrees, east positive. */
            longitude?: number | null;
            name: string;
            /** @description A date, `YYYY-MM-DD`. */
            openedOn?: string | null;
            postalCode?: string | null;
            region?: string | null;
            /**
             * @description The day from which the region counts. By default today, or the opening day for a site that had no region
             *     before.
             */
            regionFrom?: string;
            /** @description Whether the district's technicians support the site. */
            served?: boolean;
            state?: string | null;
            street?: string | null;
            /**
             * @description If you leave the type out, Rollcall takes it from the grade span.
             * @enum {string}
             */
            type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
        };
        NewSweepBody: {
            /** @description Name of a cart of the site, if the sweep is of a cart. */
            cart?: string;
            name?: string;
            /** @description Name of a room of the site. Without a room or a cart, the sweep is of the whole site. */
            room?: string;
            /** @description Code of the site. */
            site: string;
        };
        NewTagRangeBody: {
            count: number;
        };
        NewTagSeriesBody: {
            digits: number;
            /** @description The first number of the series. By default, the number after the highest tag of a device. */
            from?: number;
            /** @description The beginning of every tag of the series, such as `IUSD-`. It can be empty. */
            prefix: string;
        };
        NewTechnicianBody: {
            /**
             * Format: uuid
             * @description The account with which the technician signs in.
             */
            accountId?: string | null;
            /** @description The last day. Null if there is none. */
            endsOn?: string | null;
            /** @description Code of the site where their day begins and ends. */
            homeSite: string;
            languages?: string[];
            name: string;
            skills?: string[];
            /** @description A date, `YYYY-MM-DD`. */
            startsOn: string;
            /** @description From 1 for Monday to 7 for Sunday. Monday to Friday by default. */
            weekdays?: number[];
        };
        NewTimeEntryBody: {
            /**
             * Format: date-time
             * @description A date and time with a time zone, as RFC 3339 writes it.
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description A UUIDv7 that the phone creates. Sending the same one again has no effect.
             */
            id?: string;
            note?: string | null;
            /** @description Code of the site. Leave it out for travel, projects and learning. */
            site?: string | null;
            /**
             * Format: date-time
             * @description A date and time with a time zone, as RFC 3339 writes it.
             */
            startsAt: string;
            /**
             * Format: uuid
             * @description The technician who did the work. By default, the caller.
             */
            technicianId?: string;
            /** @description Key of a kind of work, of `GET /work-kinds`. */
            work: string;
        };
        NewTokenBody: {
            /**
             * Format: date-time
             * @description Instant at which the token ends. By default, a year from now.
             */
            expiresAt?: string;
            name: string;
            /** @description Limits the token to these permissions of the account's role. */
            scopes?: ("accounts:edit" | "sites:read" | "sites:edit" | "places:edit" | "counts:read" | "devices:read" | "devices:edit" | "devices:admin" | "people:read" | "people:edit" | "settings:edit" | "imports:run" | "jobs:read" | "reports:edit" | "outbox:edit" | "allocation:edit" | "support:request" | "time:report" | "time:approve" | "warranty:edit" | "salvage:edit" | "salvage:approve" | "claims:answer")[];
        };
        NewVendorBody: {
            /** @description Business hours in which the vendor promises to acknowledge a claim. Null if there is no promise. */
            acknowledgeWithinHours?: number | null;
            /** @description Days on which the vendor is closed, such as its own holidays. */
            closedOn?: string[];
            /** @description Whom the district writes to, at each level of escalation. A level can have several contacts. */
            contacts?: components["schemas"]["VendorContactBody"][];
            /** @description How files of claims reach the vendor. By default, somebody downloads them. */
            delivery?: components["schemas"]["DeliveryBody"];
            /** @description When the vendor is open. A weekday can have several openings. Monday to Friday, 08:00 to 17:00, by default. */
            hours?: components["schemas"]["VendorHoursBody"][];
            /** @description False for a vendor that the district no longer deals with. */
            isActive?: boolean;
            /** @description What files and other systems call the vendor, such as `dell`. Made from the name by default. It never changes. */
            key?: string;
            /** @description Key of the layout in which the vendor gets claims. `general` by default. */
            layout?: string;
            name: string;
            notes?: string | null;
            /** @description Business hours in which the vendor promises to resolve a claim. Null if there is no promise. */
            resolveWithinHours?: number | null;
            /** @description What the vendor is to the district: one or more. */
            roles: ("manufacturer" | "reseller" | "insurer" | "depot" | "recycler" | "lessor")[];
            /** @description IANA name. Hours and closed days are meant in it. The time zone of the district by default. */
            timeZone?: string;
        };
        NewWorkKindBody: {
            /**
             * @description Work that is not for a site, such as travel, projects and learning.
             * @default false
             */
            isAside: boolean;
            key: string;
            name: string;
        };
        /** @description A device that was not added, and why. */
        NotAdded: {
            code: string;
            detail: string;
            deviceId: string;
        };
        /** @description Why a site has no recommendation. */
        NotCovered: {
            /** @enum {string} */
            code: "NOT_SERVED" | "NO_PUPILS" | "TYPE_EXCLUDED";
            detail: string;
        };
        /** @description A notice that the law asks for, from the day of the meeting on. */
        NoticeRule: {
            /** @description Days from the meeting to the first notice. */
            afterDays: number;
            /** @description For how many days. */
            forDays: number;
            what: string;
        };
        /** @description A day or days that the law asks for. Calendar dates. */
        NoticeView: {
            from: string;
            source: string;
            to: string;
            what: string;
        };
        /** @description A device that was not moved to the place where it was found when the sweep was closed, and the reason. */
        NotMoved: {
            /** @description The code that was scanned. */
            code: string | null;
            detail: string;
            deviceId: string;
        };
        /** @description What the figures leave out, because it is not recorded. */
        NotRecorded: {
            detail: string;
            /** @enum {string} */
            what: "enrollment_work" | "repairs" | "requests";
        };
        /** @description A device that was not recorded, and why. */
        NotSanitized: {
            code: string;
            detail: string;
            deviceId: string;
        };
        NotTakenBody: {
            /** Format: uuid */
            deviceId: string;
            note?: string | null;
        };
        ObligationBody: {
            amountCents?: number | null;
            /** @description By contract, if it is another day than Rollcall proposes. */
            dueOn?: string;
            /** @description Day of the paper. Leave it out if nobody has to file it any more. */
            filedOn?: string;
            /** @description Its number, or where it is kept. */
            reference?: string | null;
            /** @description Why nobody has to file it any more. */
            waivedBecause?: string;
            /** @description Kilograms. */
            weightKg?: number | null;
        };
        ObligationView: {
            amountCents: number | null;
            dueOn: string;
            filedByName: string | null;
            filedOn: string | null;
            /** @description Whether the paper itself is stored. */
            hasFile: boolean;
            /** @enum {string} */
            kind: "certificate_of_destruction" | "certificate_of_recycling" | "payment" | "price" | "recipient_receipt" | "weights" | "wipe_certificates";
            reference: string | null;
            waivedBecause: string | null;
            weightKg: number | null;
        };
        /** @description A word that nobody has given a meaning. */
        OpenWordView: {
            /** @description Replies that wait for its meaning. */
            replies: number;
            word: string;
        };
        /** @description The cost of the recommended amount under an option. */
        OptionCost: {
            /** @description Whole cents. Null if the model has no price for the amount. */
            cents: number | null;
            option: string;
        };
        /** @description An output without its rows. */
        OutputView: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description The scheduled time for which it was created. Null if somebody asked for it.
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
            state: "cancelled" | "failed" | "made" | "making";
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfAbsenceView: {
            items: components["schemas"]["AbsenceView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfAccountView: {
            items: components["schemas"]["AccountView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfAnswerView: {
            items: components["schemas"]["AnswerView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfAssignmentView: {
            items: components["schemas"]["AssignmentView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfBadLotDevice: {
            items: components["schemas"]["BadLotDevice"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfBadLotView: {
            items: components["schemas"]["BadLotView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfBatchView: {
            items: components["schemas"]["BatchView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfBoardItemView: {
            items: components["schemas"]["BoardItemView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfCartView: {
            items: components["schemas"]["CartView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfChangeSetEvent: {
            items: components["schemas"]["ChangeSetEvent"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfClaimMessageView: {
            items: components["schemas"]["ClaimMessageView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfClaimReplyView: {
            items: components["schemas"]["ClaimReplyView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfClaimView: {
            items: components["schemas"]["ClaimView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfConflictView: {
            items: components["schemas"]["ConflictView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfCoverageRuleView: {
            items: components["schemas"]["CoverageRuleView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfCoverageView: {
            items: components["schemas"]["CoverageView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfCoverView: {
            items: components["schemas"]["CoverView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfDeparture: {
            items: components["schemas"]["Departure"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfDeskBatchView: {
            items: components["schemas"]["DeskBatchView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfDeskClaimView: {
            items: components["schemas"]["DeskClaimView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfDeskUploadView: {
            items: components["schemas"]["DeskUploadView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfDeviceView: {
            items: components["schemas"]["DeviceView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfDueRoom: {
            items: components["schemas"]["DueRoom"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfEntitlementView: {
            items: components["schemas"]["EntitlementView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfEventView: {
            items: components["schemas"]["EventView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfFundingView: {
            items: components["schemas"]["FundingView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfHole: {
            items: components["schemas"]["Hole"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfImportRowView: {
            items: components["schemas"]["ImportRowView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfImportView: {
            items: components["schemas"]["ImportView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfIncidentPoolView: {
            items: components["schemas"]["IncidentPoolView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfLayoutView: {
            items: components["schemas"]["LayoutView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfLetterView: {
            items: components["schemas"]["LetterView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfListedJob: {
            items: components["schemas"]["ListedJob"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfLoanView: {
            items: components["schemas"]["LoanView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfLotDeviceView: {
            items: components["schemas"]["LotDeviceView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfLotRow: {
            items: components["schemas"]["LotRow"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfMissedCoverage: {
            items: components["schemas"]["MissedCoverage"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfModelLine: {
            items: components["schemas"]["ModelLine"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfModelView: {
            items: components["schemas"]["ModelView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfOutputView: {
            items: components["schemas"]["OutputView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfPersonView: {
            items: components["schemas"]["PersonView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfProblemReportView: {
            items: components["schemas"]["ProblemReportView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfPupilsView: {
            items: components["schemas"]["PupilsView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfPurchaseView: {
            items: components["schemas"]["PurchaseView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfReleaseView: {
            items: components["schemas"]["ReleaseView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfRoomView: {
            items: components["schemas"]["RoomView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfSanitizationRow: {
            items: components["schemas"]["SanitizationRow"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfSavedReportView: {
            items: components["schemas"]["SavedReportView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfScanView: {
            items: components["schemas"]["ScanView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfSightingView: {
            items: components["schemas"]["SightingView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfSiteView: {
            items: components["schemas"]["SiteView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfSweepFindingView: {
            items: components["schemas"]["SweepFindingView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfSweepView: {
            items: components["schemas"]["SweepView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfTagRangeView: {
            items: components["schemas"]["TagRangeView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfTagSeriesView: {
            items: components["schemas"]["TagSeriesView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfTechnicianView: {
            items: components["schemas"]["TechnicianView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfTimeEntryView: {
            items: components["schemas"]["TimeEntryView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfTokenView: {
            items: components["schemas"]["TokenView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfUnclaimedRepair: {
            items: components["schemas"]["UnclaimedRepair"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfUnknownCode: {
            items: components["schemas"]["UnknownCode"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfVendorAccountView: {
            items: components["schemas"]["VendorAccountView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfVendorInvitationView: {
            items: components["schemas"]["VendorInvitationView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfVendorView: {
            items: components["schemas"]["VendorView"][];
            nextCursor: string | null;
        };
        /** @description One page of a list. `nextCursor` is null on the last page. */
        PageOfWorkKind: {
            items: components["schemas"]["WorkKind"][];
            nextCursor: string | null;
        };
        PasswordChangeBody: {
            currentPassword: string;
            /** @description At least twelve characters. */
            newPassword: string;
        };
        PayerAmount: {
            /** @description With 2 decimals. */
            amount: number;
            /** @enum {string} */
            payer: "categorical" | "gift" | "site";
        };
        PersonChangeBody: {
            /** Format: email */
            email?: string | null;
            externalId?: string;
            familyName?: string | null;
            givenName?: string | null;
            grade?: string | null;
            /** @description The first day on which the person no longer belongs to the district. */
            leftOn?: string | null;
            /** @enum {string} */
            role?: "student" | "staff" | "guardian" | "other";
            /** @description Code of the site they belong to. */
            site?: string | null;
        };
        /** @description A person as the API shows them. */
        PersonView: {
            /** Format: date-time */
            createdAt: string;
            /** @description Lower case. */
            email: string | null;
            /** @description The person's ID in the student information system. It stays when the name is removed. */
            externalId: string;
            familyName: string | null;
            givenName: string | null;
            grade: string | null;
            id: string;
            /** @description The first day on which the person no longer belongs to the district. */
            leftOn: string | null;
            /**
             * Format: date-time
             * @description When the name and the email were permanently removed.
             */
            redactedAt: string | null;
            /** @enum {string} */
            role: "guardian" | "other" | "staff" | "student";
            /** @description Names of fields that a person set. Files never overwrite them. */
            setByPerson: string[];
            /** @description Code of their site. */
            site: string | null;
            siteId: string | null;
            siteName: string | null;
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
        /** @description The technicians whose home site is in the plan, compared with what the plan recommends. */
        PlanTechnicians: {
            count: number;
            /** @description Technicians who work five days a week count as one. With 2 decimals. */
            fullTimeEquivalents: number;
            /**
             * @description How many more full-time technicians the recommendation needs than the district has, with 2 decimals. If the
             *     number is below 0, the district has more than it needs.
             */
            gap: number;
        };
        /** @description Totals of the sites of a plan. Amounts are per week, in the unit of the plan. */
        PlanTotals: {
            /** @description A cost is null if one of the sites has no price. */
            costs: components["schemas"]["OptionCost"][];
            covered: number;
            /** @description With 2 decimals. Null if there are no time reports in this school year. */
            delivered: number | null;
            /** @description With 2 decimals. */
            entitled: number;
            /** @description Whole cents. */
            extrasCents: number;
            /** @description Full-time technicians that the recommendation needs, with 2 decimals. */
            fullTimeEquivalents: number;
            notCovered: number;
            /** @description With 2 decimals. */
            over: number;
            /** @description With 2 decimals. */
            purchased: number;
            purchasedBy: components["schemas"]["PayerAmount"][];
            /** @description With 2 decimals. */
            purchasedForPart: number;
            /** @description With 2 decimals. */
            recommended: number;
            /** @description With 2 decimals. */
            requested: number;
            /**
             * @description The total of what is missing at sites that have too little, with 2 decimals. If other sites have more than their
             *     share, this does not reduce the total.
             */
            shortfall: number;
            sites: number;
        };
        PriceBody: {
            /** @description Hours or days per week. */
            amount: number;
            /** @description For the whole option. */
            cents: number;
        };
        /** @description An error of the API, in the format of RFC 9457. */
        Problem: {
            code: string;
            detail: string;
            errors: components["schemas"]["FieldError"][];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        ProblemReportDetail: {
            /** @description What the technician did. Null while the report is open. */
            answer: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedByName: string | null;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            /** @description Null if the problem is not about one device. */
            deviceId: string | null;
            /** @description Manufacturer and model of the device. */
            deviceModel: string | null;
            id: string;
            /** @description The steps that you can take now. */
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "closed" | "open";
            }[];
            /** @description Name or email of the account. */
            reportedByName: string | null;
            room: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "closed" | "open";
            /** @description The history, oldest first, with the accounts that reported, closed and reopened the problem, and their notes. */
            steps: components["schemas"]["StepView"][];
            version: number;
        };
        ProblemReportStepBody: {
            /** @description What was done, or what is still wrong. The people at the site can read it. */
            note: string;
        };
        /** @description A problem report as lists show it. */
        ProblemReportView: {
            /** @description What the technician did. Null while the report is open. */
            answer: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedByName: string | null;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            /** @description Null if the problem is not about one device. */
            deviceId: string | null;
            /** @description Manufacturer and model of the device. */
            deviceModel: string | null;
            id: string;
            /** @description The steps that you can take now. */
            nextSteps: {
                needsNote: boolean;
                step: string;
                /** @enum {string} */
                to: "closed" | "open";
            }[];
            /** @description Name or email of the account. */
            reportedByName: string | null;
            room: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "closed" | "open";
            version: number;
        };
        ProposalBody: {
            /** @description Such as `2025-26`. */
            schoolYear: string;
        };
        /** @description A technician of the reserve who could go. */
        ProposedCover: {
            assignmentId: string;
            coveredBy: string;
            /** @description The straight-line distance one way, with 1 decimal. Null if one of the two places is not known. */
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
        /** @description A number of enrolled students that somebody entered or imported. The highest revision of a school year counts. */
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
            /** @description Hours or days per week. */
            amount: number;
            /** Format: date-time */
            createdAt: string;
            endsOn: string;
            id: string;
            model: string;
            modelVersion: number;
            /** @description The states to which you can take the request now, and whether each needs a note that says why. */
            nextStates: {
                needsNote: boolean;
                /** @enum {string} */
                state: "approved" | "cancelled" | "draft" | "encumbered" | "submitted";
            }[];
            note: string | null;
            option: string;
            optionName: string;
            /** @enum {string} */
            payer: "categorical" | "gift" | "site";
            payerName: string | null;
            /** @description Whole cents, at the price on the day of the request. */
            priceCents: number;
            schoolYear: string;
            /** @description Code of the site or office. */
            site: string;
            siteId: string;
            siteName: string;
            /** @description First and last day, included. */
            startsOn: string;
            /** @enum {string} */
            state: "approved" | "cancelled" | "draft" | "encumbered" | "submitted";
            /** @description Oldest first. */
            steps: components["schemas"]["PurchaseStepView"][];
            /** @enum {string} */
            unit: "days" | "hours";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description The new content of a draft. */
        PurchaseDraftBody: {
            /** @description The account that is charged, as the district's finance system writes it. */
            accountString?: string | null;
            /** @description Hours or days per week, in the unit of the model. You can send `fullTime` instead. */
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
            /** @description The name of the fund or of the donor. Required for a gift. */
            payerName?: string | null;
            /** @description Version of the model. The latest by default. */
            version?: number;
        };
        /** @description A part of the school year for which a site can buy support, with its prices. */
        PurchaseOption: {
            /** @description First and last day as `MM-DD`. A school year runs from July 1 to June 30. */
            from: string;
            key: string;
            name: string;
            /** @description The price of the whole option for this number of hours or days per week, in whole cents. */
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
            /** @description The price of the whole option for this number of hours or days per week, in whole cents. */
            prices: components["schemas"]["PriceBody"][];
            to: string;
        };
        PurchaseStepBody: {
            /** @description The account that is charged. Required to encumber a request that does not name an account. */
            accountString?: string;
            /** @description The reason. Required to return a request, or to cancel an approved request. */
            note?: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "approved" | "encumbered" | "cancelled";
        };
        /** @description A step of a purchase. */
        PurchaseStepView: {
            note: string | null;
            priceCents: number;
            /** @enum {string} */
            state: "approved" | "cancelled" | "draft" | "encumbered" | "submitted";
            /** Format: date-time */
            takenAt: string;
            /** @description Account; null for the system. */
            takenBy: string | null;
            /** @description Name or email of the account. */
            takenByName: string | null;
            version: number;
        };
        /** @description Support that a site requests and pays for. */
        PurchaseView: {
            accountString: string | null;
            /** @description Hours or days per week. */
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
            payer: "categorical" | "gift" | "site";
            payerName: string | null;
            /** @description Whole cents, at the price on the day of the request. */
            priceCents: number;
            schoolYear: string;
            /** @description Code of the site or office. */
            site: string;
            siteId: string;
            siteName: string;
            /** @description First and last day, included. */
            startsOn: string;
            /** @enum {string} */
            state: "approved" | "cancelled" | "draft" | "encumbered" | "submitted";
            /** @enum {string} */
            unit: "days" | "hours";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description The state of the queue, for the people who run Rollcall. */
        QueueStatus: {
            message?: string;
            /** @enum {string} */
            status: "down" | "up";
        };
        /** @description Each component with what is wrong with it. */
        Readiness: {
            details: {
                queue: components["schemas"]["QueueStatus"];
            } & {
                [key: string]: {
                    /** @enum {string} */
                    status: "degraded" | "down" | "up";
                } & {
                    [key: string]: unknown;
                };
            };
            error?: {
                [key: string]: {
                    /** @enum {string} */
                    status: "degraded" | "down" | "up";
                } & {
                    [key: string]: unknown;
                };
            };
            info?: {
                [key: string]: {
                    /** @enum {string} */
                    status: "degraded" | "down" | "up";
                } & {
                    [key: string]: unknown;
                };
            };
            /** @enum {string} */
            status: "degraded" | "error" | "ok" | "shutting_down";
        };
        /** @description A layout that comes with Rollcall. It becomes one of the district's own layouts when somebody uses its key. */
        ReadyMadeLayout: {
            definition: components["schemas"]["LayoutDefinition"];
            key: string;
            name: string;
        };
        ReadyMadeWordsBody: {
            /**
             * @description Name of a mapping that comes with Rollcall.
             * @enum {string}
             */
            name: "dell";
        };
        ReleaseView: {
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            id: string;
            note: string | null;
            /** @description Name or email of the account that recorded it. */
            recordedByName: string | null;
            /** Format: date-time */
            releasedAt: string;
            serialNumber: string | null;
            /** @enum {string} */
            service: "apple_school_manager" | "google_admin" | "intune" | "jamf" | "mosyle" | "never_managed" | "other";
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
        };
        /** @description A claim, and what there is to say of its values. */
        RemarkedClaim: {
            claimId: string;
            number: string;
            remarks: components["schemas"]["CellRemark"][];
        };
        ReplacementChangeBody: {
            /** @description A date, `YYYY-MM-DD`. */
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
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            lifeMonths: number | null;
            /** @description Manufacturer and name. Null if the setting is for a whole kind. */
            model: string | null;
            modelId: string | null;
            /** @description Integer cents. */
            priceCents: number | null;
            /** @description The source of the numbers. */
            source: string;
            version: number;
        };
        ReplyApplicationBody: {
            /**
             * @description Why the vendor denied the claim, if the reply does not say it.
             * @enum {string}
             */
            denialReason?: "customer_damage" | "liquid" | "cosmetic" | "wear" | "altered_serial" | "limit_used" | "not_on_plan" | "no_fault_found" | "other";
            /**
             * @description How the vendor resolved the claim, if the reply does not say it.
             * @enum {string}
             */
            outcome?: "repaired" | "part_shipped" | "replaced" | "credited" | "no_fault_found";
            /** @description Why you take it over. */
            reason: string;
            /**
             * @description By default, what the vendor's word means.
             * @enum {string}
             */
            step?: "acknowledge" | "start" | "wait" | "resume" | "resolve" | "deny" | "reopen" | "none";
        };
        ReplyDismissalBody: {
            /** @description Why the reply changes nothing. */
            reason: string;
        };
        ReplyWordBody: {
            /**
             * @description With `denied`: why, if its replies do not say it.
             * @enum {string|null}
             */
            denialReason?: "customer_damage" | "liquid" | "cosmetic" | "wear" | "altered_serial" | "limit_used" | "not_on_plan" | "no_fault_found" | "other" | null;
            /**
             * @description What becomes of a claim. `no_change`: nothing that Rollcall keeps.
             * @enum {string}
             */
            meaning: "acknowledged" | "in_progress" | "waiting" | "resolved" | "denied" | "no_change";
            /**
             * @description With `resolved`: how the vendor resolved the claim, if its replies do not say it.
             * @enum {string|null}
             */
            outcome?: "repaired" | "part_shipped" | "replaced" | "credited" | "no_fault_found" | null;
            /** @description As the vendor writes it. Upper and lower case make no difference. */
            word: string;
        };
        ReplyWordsBody: {
            /** @description Words that lose their meaning. Replies with such a word wait for a person from now on. */
            remove?: string[];
            /** @description Words that get a meaning or another one. Other words stay as they are. */
            words: components["schemas"]["ReplyWordBody"][];
        };
        /** @description The words, and what has become of the replies that waited for them. */
        ReplyWordsChanged: {
            /** @description Replies that were taken over. */
            applied: number;
            /** @description By word. */
            items: components["schemas"]["ReplyWordView"][];
            /** @description Replies that were not looked at yet, because there are so many. Send the same words again. */
            left: number;
            /** @description Words of replies that wait, the most frequent first; at most 100. */
            open: components["schemas"]["OpenWordView"][];
            /** @description Names of the mappings that come with Rollcall. */
            readyMade: string[];
            /** @description Replies that now wait for another reason. */
            stillWaiting: number;
            /** @description Counts the changes of this vendor's words. */
            version: number;
        };
        ReplyWordsView: {
            /** @description By word. */
            items: components["schemas"]["ReplyWordView"][];
            /** @description Words of replies that wait, the most frequent first; at most 100. */
            open: components["schemas"]["OpenWordView"][];
            /** @description Names of the mappings that come with Rollcall. */
            readyMade: string[];
            /** @description Counts the changes of this vendor's words. */
            version: number;
        };
        /** @description A word of a vendor with its meaning. */
        ReplyWordView: {
            /**
             * @description With `denied`: why. Null where the reply says it, or does not.
             * @enum {string|null}
             */
            denialReason: "altered_serial" | "cosmetic" | "customer_damage" | "limit_used" | "liquid" | "no_fault_found" | "not_on_plan" | "other" | "wear" | null;
            /** @enum {string} */
            meaning: "acknowledged" | "denied" | "in_progress" | "no_change" | "resolved" | "waiting";
            /**
             * @description With `resolved`: how. Null where the reply itself must say it.
             * @enum {string|null}
             */
            outcome: "credited" | "no_fault_found" | "part_shipped" | "repaired" | "replaced" | null;
            /** Format: date-time */
            updatedAt: string;
            /** @description Name or email of the account. */
            updatedByName: string | null;
            word: string;
        };
        ReportChangeBody: {
            /** @description The formats that are attached to emails. */
            formats?: ("csv" | "xlsx" | "pdf")[];
            name?: string;
            /** @description Settings of this kind of report. Days can be words such as `schoolYearStart`. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description Email addresses. */
            recipients?: string[];
            /** @description Null ends the schedule. */
            schedule?: components["schemas"]["ScheduleBody"] | null;
        };
        /** @description A column of a report. */
        ReportColumn: {
            header: string;
            /** @description Rows of two outputs are the same row if all their key columns match. */
            isKey?: boolean;
            /** @description The column is in CSV and XLSX files only, because it does not fit on paper. */
            isOffPaper?: boolean;
            /** @description The rule that requires this column, such as `2 CFR 200.313(d)(1)`. */
            source?: string;
            /** @enum {string} */
            type: "boolean" | "cents" | "date" | "instant" | "integer" | "number" | "text";
        };
        ReportKindView: {
            about: string;
            kind: string;
            title: string;
        };
        /** @description A report as JSON: its head, and its rows as arrays in the order of its columns. */
        ReportTable: {
            /** @description Calendar date in the district's time zone that the numbers stand for. */
            asOf: string;
            chart: components["schemas"]["Chart"] | null;
            columns: components["schemas"]["ReportColumn"][];
            /** @description False if there are more rows than shown here. An export has all rows. */
            isWhole: boolean;
            kind: string;
            /** Format: date-time */
            knownAt: string;
            /** @description Assumptions, sources and what the report leaves out, in reading order. */
            notes: string[];
            /** @description The settings with which it was created, with real dates. */
            parameters: {
                [key: string]: unknown;
            };
            rows: unknown[][];
            title: string;
        };
        ResolutionBody: {
            /**
             * @description `apply` uses the scan. `dismiss` keeps the record.
             * @enum {string}
             */
            decision: "apply" | "dismiss";
            /**
             * Format: uuid
             * @description If several devices have the code, the device that is meant.
             */
            deviceId?: string;
            note?: string;
        };
        RoomChangeBody: {
            /** @description The first day on which the room or cart is no longer used. Null opens it again. */
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
        /** @description One route of disposal, and what stands before it. */
        RouteGates: {
            /** @description `toOpen` says what opens a closed gate. */
            gates: {
                /** @enum {string} */
                gate: "admin_import" | "approval" | "board_item" | "funding_date" | "lessor_receipt" | "loss_report" | "released" | "sanitization_contracted" | "sanitized" | "signed_lot" | "vendor_claim";
                isOpen: boolean;
                toOpen: string | null;
            }[];
            /** @description Whether the status of the device lets the route begin. */
            mayBegin: boolean;
            /** @enum {string} */
            route: "agency_transfer" | "donate" | "historical" | "lease_return" | "recycle" | "sell" | "trade_in" | "vendor_swap" | "write_off";
        };
        /**
         * @description Something that Rollcall did with a row that the file did not literally ask for: it read, replaced, added or kept
         *     a value. A note never refuses a row.
         */
        RowNote: {
            /** @description A stable code in capitals. The plan counts rows by it. */
            code: string;
            /** @description The field of the note. The answer shows the header of the field's column in the file. */
            column: string | null;
            /** @description What the file says, what Rollcall did instead, and how to get something else. */
            detail: string;
        };
        /** @description A problem with a row: the column, what is wrong, and what to do. */
        RowProblem: {
            code: string;
            column: string | null;
            detail: string;
        };
        /** @description A device, and the coverage that a rule gives it. */
        RuledDevice: {
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            endsOn: string | null;
            /** @description The last day before. Null if the rule has no coverage on the device yet. */
            endsOnBefore: string | null;
            /** @description First and last day by the rule. Null if the device does not have the date from which the rule counts. */
            startsOn: string | null;
        };
        /** @description How many devices, and up to 20 of them in the order of their tags. */
        RuledDevices: {
            devices: number;
            examples: components["schemas"]["RuledDevice"][];
        };
        /** @description Which devices a rule is for. Null for a condition that it does not have. */
        RuleDevices: {
            /** @description Name of the funding source. */
            fundingSource: string | null;
            kinds: ("chromebook" | "desktop" | "ipad" | "laptop" | "other")[] | null;
            manufacturer: string | null;
            model: string | null;
            purchasedFrom: string | null;
            purchasedTo: string | null;
            purchaseReference: string | null;
        };
        /** @description Which devices a rule is for. All conditions that you give must be true. Give at least one. */
        RuleDevicesBody: {
            /** @description Name of a funding source. */
            fundingSource?: string | null;
            /** @description Types of devices. */
            kinds?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[] | null;
            /** @description Manufacturer, as the list of devices shows it. */
            manufacturer?: string | null;
            /** @description Model, as the list of devices shows it, with or without the manufacturer. */
            model?: string | null;
            /** @description The devices were purchased on this day or later. */
            purchasedFrom?: string | null;
            /** @description The devices were purchased on this day or earlier. */
            purchasedTo?: string | null;
            /** @description Purchase reference of the devices, such as the number of the purchase order. Capital letters do not matter. */
            purchaseReference?: string | null;
        };
        /** @description What a rule does to the devices that it is for, or would do. */
        RuleEffect: {
            add: components["schemas"]["RuledDevices"];
            change: components["schemas"]["RuledDevices"];
            ruleId: string;
            /** @description Id of this application. Null for a rehearsal, and if nothing had to be added or changed. */
            runId: string | null;
            /** @description Devices whose coverage stays as it is, also because a person corrected or withdrew it. */
            unchanged: components["schemas"]["RuledDevices"];
            /** @description Version of the rule. */
            version: number;
            /** @description Devices without the date from which the rule counts. They get no coverage. */
            withoutDate: components["schemas"]["RuledDevices"];
        };
        /** @description What the undo of an application did. */
        RuleUndo: {
            /** @description Coverages that somebody changed since, so that they stay as they are: how many, and up to 20 of them. */
            kept: {
                coverages: number;
                examples: components["schemas"]["KeptCoverage"][];
            };
            /** @description Coverages that the application changed. They are as they were before. */
            restored: number;
            ruleId: string;
            /** @description Id of the application that was undone. */
            runId: string;
            /** @description Coverages that the application added. They are withdrawn. */
            withdrawn: number;
        };
        SanitizationDetail: {
            /**
             * @description The latest decision, or null before the first one.
             * @enum {string|null}
             */
            decision: "accept" | "escalate" | "repeat" | null;
            /** @description The devices that you can see. */
            devices: components["schemas"]["SanitizedDeviceView"][];
            /** Format: date-time */
            doneAt: string;
            /** @description Name or email of the account that recorded it. */
            doneByName: string | null;
            driveSerial: string | null;
            id: string;
            /** @description The sources of the technique differ about this medium. */
            isUncertain: boolean;
            /** @enum {string} */
            mediaSource: "installed" | "pulled";
            /** @enum {string} */
            medium: "apple" | "emmc" | "hdd" | "none" | "nvme" | "sata_ssd" | "unknown";
            /**
             * @description What it counted as. Null if it failed.
             * @enum {string|null}
             */
            method: "clear" | "destroy" | "none" | "purge" | null;
            note: string | null;
            /** @description Millimeters. */
            particleMm: number | null;
            place: string | null;
            /** @enum {string} */
            result: "completed" | "failed";
            /** @description Where the row of the table of techniques comes from. */
            source: string;
            /** @enum {string} */
            technique: "ata_sanitize_block_erase" | "ata_sanitize_overwrite" | "ata_secure_erase" | "bitlocker_keys_deleted" | "cryptographic_erase" | "degauss" | "delete_or_format" | "disintegrate" | "drill_or_bend" | "emmc_sanitize" | "erase_all_content" | "no_storage" | "nvme_format_cryptographic" | "nvme_format_user_data" | "nvme_sanitize_block_erase" | "overwrite" | "powerwash_titan_c" | "powerwash_tpm" | "shred" | "windows_reset";
            tool: string | null;
            toolVersion: string | null;
            /** @description What people decided, oldest first. */
            validations: components["schemas"]["ValidationView"][];
            verification: string | null;
            verifiedBy: string | null;
        };
        /** @description One device of one sanitization. */
        SanitizationRow: {
            assetTag: string | null;
            /**
             * @description The latest decision, or null before the first one.
             * @enum {string|null}
             */
            decision: "accept" | "escalate" | "repeat" | null;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            deviceModel: string;
            /** Format: date-time */
            doneAt: string;
            /** @description Name or email of the account that recorded it. */
            doneByName: string | null;
            driveSerial: string | null;
            /** @description Id of the sanitization. Its other devices have it too. */
            id: string;
            /** @description The sources of the technique differ about this medium. */
            isUncertain: boolean;
            manufacturer: string;
            /** @enum {string} */
            mediaSource: "installed" | "pulled";
            /** @enum {string} */
            medium: "apple" | "emmc" | "hdd" | "none" | "nvme" | "sata_ssd" | "unknown";
            /**
             * @description What it counted as. Null if it failed.
             * @enum {string|null}
             */
            method: "clear" | "destroy" | "none" | "purge" | null;
            /** @description Millimeters. */
            particleMm: number | null;
            place: string | null;
            /** @enum {string} */
            result: "completed" | "failed";
            serialNumber: string | null;
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
            /** @enum {string} */
            technique: "ata_sanitize_block_erase" | "ata_sanitize_overwrite" | "ata_secure_erase" | "bitlocker_keys_deleted" | "cryptographic_erase" | "degauss" | "delete_or_format" | "disintegrate" | "drill_or_bend" | "emmc_sanitize" | "erase_all_content" | "no_storage" | "nvme_format_cryptographic" | "nvme_format_user_data" | "nvme_sanitize_block_erase" | "overwrite" | "powerwash_titan_c" | "powerwash_tpm" | "shred" | "windows_reset";
            tool: string | null;
            toolVersion: string | null;
            verification: string | null;
            verifiedBy: string | null;
        };
        SanitizationValidationBody: {
            /**
             * @description `repeat` and `escalate` close the gate of these devices again.
             * @enum {string}
             */
            decision: "accept" | "repeat" | "escalate";
            /** @description Needed unless the sanitization is accepted. */
            note?: string | null;
        };
        SanitizedDeviceView: {
            assetTag: string | null;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            deviceId: string;
            deviceModel: string;
            manufacturer: string;
            serialNumber: string | null;
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
        };
        SavedReportView: {
            formats: ("csv" | "pdf" | "xlsx")[];
            id: string;
            kind: string;
            name: string;
            /** Format: date-time */
            nextRunAt: string | null;
            ownerId: string;
            parameters: {
                [key: string]: unknown;
            };
            /** @description Email addresses. */
            recipients: string[];
            /** @description In the district's time zone. Null if the report has no schedule. */
            schedule: components["schemas"]["Schedule"] | null;
            version: number;
        };
        /** @description An action as the scan page needs it. */
        ScanActionView: {
            changesPlace: boolean;
            done: components["schemas"]["Words"];
            fields: ("cart" | "dueOn" | "note" | "person" | "room" | "site")[];
            findsMissing: boolean;
            fromAnywhere: boolean;
            help: components["schemas"]["Words"];
            label: components["schemas"]["Words"];
            name: string;
            questions: components["schemas"]["ScanQuestion"][];
            required: ("cart" | "dueOn" | "note" | "person" | "room" | "site")[];
            /** @enum {string|null} */
            statusAfter: "deployed" | "disposed" | "in_repair" | "in_stock" | "missing" | "retired" | "void" | null;
            suitsRetired: boolean;
        };
        ScanBatchBody: {
            /** @description In the order in which they were scanned. */
            scans: {
                [key: string]: unknown;
            }[];
            /**
             * Format: date-time
             * @description When the phone sent the batch, by the clock of the phone. Rollcall uses it to correct the times of the scans.
             */
            sentAt?: string;
        };
        /** @description A device as people recognize it. */
        ScannedDevice: {
            assetTag: string | null;
            id: string;
            model: string;
            serialNumber: string | null;
            /** @description Code of its site. */
            site: string;
            siteName: string;
            status: string;
        };
        /** @description Something that only this action asks, such as the fault of a claim. */
        ScanQuestion: {
            /** @description Allowed answers. If there are none, any text is allowed. */
            choices?: {
                label: components["schemas"]["Words"];
                value: string;
            }[];
            /** @description A line below the field, if the label is not clear enough by itself. */
            help?: components["schemas"]["Words"];
            isRequired: boolean;
            label: components["schemas"]["Words"];
            /** @description How many characters the answer can have, if fewer than 2,000. */
            maxLength?: number;
            name: string;
            /** @description The question is asked, and must be answered, only if another question has this answer. */
            onlyWith?: {
                answer: string;
                question: string;
            };
            /**
             * @description `date` asks for a calendar date, and the page suggests today. By default, the answer can be any text.
             * @enum {string}
             */
            type?: "date" | "text";
        };
        /** @description The result for one scan of a batch. */
        ScanResult: {
            code?: string;
            detail?: string;
            deviceId?: string;
            id?: string;
            index: number;
            /**
             * @description `duplicate` if the same scan was sent before. `was` is its first result.
             * @enum {string}
             */
            outcome: "applied" | "conflict" | "duplicate" | "refused" | "unknown";
            /** @description Version of the device after the scan, on which the phone's next scan builds. */
            version?: number;
            /** @enum {string} */
            was?: "applied" | "conflict" | "dismissed" | "refused" | "unknown";
        };
        /** @description A scan of the caller, as the server stored it. */
        ScanView: {
            action: string;
            code: string;
            detail: string | null;
            deviceId: string | null;
            id: string;
            /** @enum {string} */
            outcome: "applied" | "conflict" | "dismissed" | "refused" | "unknown";
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            scannedAt: string;
            /** @description Code of the site. */
            site: string | null;
        };
        /** @description One of the plans to compare. */
        ScenarioBody: {
            /** @description Bands to try out instead of those of the model. Nothing is saved. */
            bands?: components["schemas"]["BandBody"][];
            /** @description Key of a model. */
            model: string;
            /** @description The name of the scenario in the answer. By default, the name of the model and the school year. */
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
             * @description The unit of the totals. The sites of a comparison are all in the unit of the comparison.
             * @enum {string}
             */
            unit: "days" | "hours";
        };
        /** @description When a report is made, in the district's time zone. */
        Schedule: {
            /** @description `06:30`. */
            at: string;
            /** @description From 1 to 31. Only with `month`. In a shorter month, the last day counts. */
            day?: number;
            /** @enum {string} */
            every: "day" | "month" | "week";
            /** @description From 1 for Monday to 7 for Sunday. Only with `week`. */
            weekday?: number;
        };
        ScheduleBody: {
            /** @description Such as `06:30`, in the district's time zone. */
            at: string;
            /** @description From 1 to 31. Only with `month`. In a shorter month, the last day counts. */
            day?: number;
            /** @enum {string} */
            every: "day" | "week" | "month";
            /** @description From 1 for Monday to 7 for Sunday. Only with `week`. */
            weekday?: number;
        };
        /** @description The complete calendar. Closures that are left out are removed. */
        SchoolCalendarBody: {
            /**
             * @description Holidays and breaks.
             * @default []
             */
            closures: components["schemas"]["ClosureBody"][];
            /** @description A date, `YYYY-MM-DD`. */
            endsOn: string;
            /** @description First and last day of school. */
            startsOn: string;
        };
        /** @description The calendar of a school year. */
        SchoolCalendarView: {
            closures: components["schemas"]["Closure"][];
            endsOn: string | null;
            /** @description Mondays to Fridays from the first day to the last, without the closures. */
            schoolDays: number;
            schoolYear: string;
            /** @description First and last day of school. Null until somebody enters them. */
            startsOn: string | null;
            /** @description 0 until somebody enters the calendar. */
            version: number;
        };
        Scorecard: {
            /** @description First and last quarter. */
            from: string;
            /** @description Sorted by vendor, the latest quarter first. */
            items: components["schemas"]["ScorecardRow"][];
            to: string;
        };
        /**
         * @description How a vendor did in a quarter. Each time that a claim was sent counts in the quarter in which it was sent: a claim
         *     that was denied and sent again counts twice.
         */
        ScorecardRow: {
            /** @description Claims that were answered later, or that Rollcall raised because no answer came in time. */
            acknowledgedLate: number;
            /** @description Claims of these that were first answered within the business hours that the vendor promised. */
            acknowledgedOnTime: number;
            /** @description Claims that were sent, also if the district cancelled them later. */
            claims: number;
            /** @description Claims that the vendor denied. */
            denied: number;
            /** @description How often a claim went a level higher, because the vendor was late or because a person raised it. */
            levelsRaised: number;
            /**
             * @description Median of the vendor's business days until the claim was resolved or denied, without the time in which the district
             *     was waited for. With 1 decimal. Null if no claim was.
             */
            medianBusinessDays: number | null;
            /** @description Nine of ten claims took no longer. With 1 decimal. */
            p90BusinessDays: number | null;
            /** @description A quarter of the calendar year, such as `2026-Q3`. */
            quarter: string;
            /**
             * @description Repairs that did not last: within 90 days, the claim was reopened, or the same device had another claim for the same
             *     kind of fault. Credits are no repairs.
             */
            repeatFailures: number;
            /** @description Claims that it resolved or denied later, or that Rollcall raised because this did not happen in time. */
            resolvedLate: number;
            /** @description Claims that the vendor resolved or denied within the business hours that it promised. */
            resolvedOnTime: number;
            /** @description Key of the vendor. */
            vendor: string;
            vendorName: string;
        };
        SendBody: {
            /** @description Email addresses. */
            recipients: string[];
        };
        Series: {
            from: string;
            /** @enum {string} */
            interval: "day" | "month" | "quarter" | "schoolYear" | "week" | "year";
            /** Format: date-time */
            knownAt: string;
            /** @description The counts at the end of each period, and at the end of the last day. */
            points: components["schemas"]["SeriesPoint"][];
            /** @description Statuses that the figures count. */
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
            /** @description The counts are those at the end of this calendar date. */
            on: string;
            total: number;
        };
        SessionChangeBody: {
            /**
             * @description Language of the pages for your account: `en` or `es`; null for the language of the browser.
             * @enum {string|null}
             */
            language?: "en" | "es" | null;
        };
        /** @description The signed-in account, and what it can see. */
        SessionView: {
            accountId: string | null;
            district: {
                name: string;
                slug: string;
            };
            email: string | null;
            /**
             * @description Language of the pages that the account has chosen; null for the one of the browser.
             * @enum {string|null}
             */
            language: "en" | "es" | null;
            name: string | null;
            permissions: ("accounts:edit" | "allocation:edit" | "claims:answer" | "counts:read" | "devices:admin" | "devices:edit" | "devices:read" | "imports:run" | "jobs:read" | "outbox:edit" | "people:edit" | "people:read" | "places:edit" | "reports:edit" | "salvage:approve" | "salvage:edit" | "settings:edit" | "sites:edit" | "sites:read" | "support:request" | "time:approve" | "time:report" | "warranty:edit")[];
            /** @enum {string} */
            role: "admin" | "its" | "lead" | "liaison" | "site_staff" | "technician" | "vendor";
            /** @description Ids of sites, or `all`. */
            sites: string[] | "all";
            timeZone: string;
        };
        /** @description Planned time for a kind of work that is not for a site. */
        SetAside: {
            /** @description For each full-time technician. */
            hoursAWeek: number;
            /** @description Key of such a kind of work. */
            work: string;
        };
        SetAsideBody: {
            /** @description For each full-time technician. */
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
            /** @description Lower-case letters, digits and hyphens. */
            slug: string;
            /** @description IANA name, such as America/Los_Angeles. */
            timeZone: string;
        };
        SftpSettings: {
            /** @enum {string} */
            by: "sftp";
            /** @description Null for the folder in which the account begins. */
            folder: string | null;
            host: string;
            /** @description Fingerprint of the server's key: `SHA256:` and base64. */
            hostKey: string;
            port: number;
            username: string;
        };
        /** @description Where a device is shipped from. What the site does not have is null. */
        ShipFrom: {
            city: string | null;
            name: string;
            postalCode: string | null;
            state: string | null;
            street: string | null;
        };
        /** @description Where the device is shipped from, and comes back to. */
        ShipFromBody: {
            city: string;
            /** @description Name of the place, such as `District warehouse`. */
            name: string;
            postalCode: string;
            /** @description Such as `CA`. */
            state: string;
            street: string;
        };
        /** @description A shipment of a claim, as its page shows it. */
        ShipmentView: {
            box: string | null;
            /** @enum {string} */
            direction: "back" | "out";
            /** Format: date-time */
            happenedAt: string;
            /** @description Name or email of the account that scanned the device. */
            recordedByName: string | null;
            tracking: string | null;
        };
        SightingBody: {
            /** @description Any code of the device. */
            code: string;
            /** @enum {string} */
            condition?: "good" | "fair" | "poor" | "broken";
            /**
             * Format: uuid
             * @description A UUID that you create. Sending the same one again has no effect.
             */
            id?: string;
            inUse?: boolean;
            /**
             * Format: date-time
             * @description Now by default.
             */
            seenAt?: string;
            /** @description Code of the site where it was seen. By default, the site of the device. */
            site?: string;
        };
        /** @description One result for each, in the order of the request. */
        SightingResult: {
            code?: string;
            detail?: string;
            deviceId?: string;
            index: number;
            /** @enum {string} */
            outcome: "duplicate" | "recorded" | "refused" | "unknown";
        };
        SightingsBody: {
            sightings: components["schemas"]["SightingBody"][];
        };
        SightingView: {
            /** @enum {string|null} */
            condition: "broken" | "fair" | "good" | "poor" | null;
            id: string;
            inUse: boolean | null;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            seenAt: string;
            seenBy: string | null;
            site: string;
        };
        SignedRepliesBody: {
            /** @description In the order in which they count. */
            replies: components["schemas"]["SignedReplyBody"][];
        };
        /** @description What a vendor says of one claim. It names the claim by its number, by the vendor's reference, or by the serial number. */
        SignedReplyBody: {
            /** @description Such as `C-2026-000123`. */
            claimNumber?: string;
            /** @description What the repair costs the district. */
            costCents?: number;
            /**
             * @description Why the vendor denied the claim. An answer that denies it needs this.
             * @enum {string}
             */
            denialReason?: "customer_damage" | "liquid" | "cosmetic" | "wear" | "altered_serial" | "limit_used" | "not_on_plan" | "no_fault_found" | "other";
            /** @description The day on which the vendor expects to be done. */
            expectedOn?: string;
            /** @description What else the vendor says. An answer that waits for the district says here what it needs. */
            note?: string;
            /**
             * @description How the vendor resolved the claim. An answer that resolves it needs this.
             * @enum {string}
             */
            outcome?: "repaired" | "part_shipped" | "replaced" | "credited" | "no_fault_found";
            /** @description The vendor's number for the claim. */
            reference?: string;
            /** @description With the outcome `replaced`: serial number of the device that the vendor sent for the claimed one. */
            replacementSerial?: string;
            /** @description The vendor's return authorization. */
            rma?: string;
            /**
             * Format: date-time
             * @description When the vendor noted it. Replies that come later than others that were said after them are held.
             */
            saidAt?: string;
            /** @description Of a device with exactly one open claim. */
            serialNumber?: string;
            /** @description The vendor's word for what has become of the claim. */
            state?: string;
        };
        /** @description What has become of one of many replies. */
        SignedReplyResult: {
            /** @description Why it waits or was refused. */
            code?: string;
            detail?: string;
            /** @description Place of the reply in the request, from 0. */
            index: number;
            /**
             * @description `applied`: the claim is as the reply says. `repeated`: the same reply came before, and changes nothing. `waiting`: a
             *     person at the district looks at it. `refused`: nothing was kept of it.
             * @enum {string}
             */
            outcome: "applied" | "refused" | "repeated" | "waiting";
        };
        SignInBody: {
            /** @description Short name of the district. Only needed if the email address has accounts in several districts. */
            district?: string;
            /** Format: email */
            email: string;
            password: string;
        };
        /** @description How old a site's devices in use are, today. */
        SiteAge: {
            /** @description Devices whose automatic updates have ended. */
            pastAutoUpdate: number;
            /** @description Average years in service of the devices whose age is known, with 1 decimal. Null if no age is known. */
            years: number | null;
        };
        SiteChangeBody: {
            charter?: boolean;
            city?: string | null;
            /** @description The first day on which the site is closed. Null opens the site again. */
            closedOn?: string | null;
            code?: string;
            /** @description Such as `K–5`. Any kind of dash works. */
            gradeSpan?: string | null;
            /** @description Degrees, north positive. */
            latitude?: number | null;
            /** @description Degrees, east positive. */
            longitude?: number | null;
            name?: string;
            /** @description A date, `YYYY-MM-DD`. */
            openedOn?: string | null;
            postalCode?: string | null;
            region?: string | null;
            /**
             * @description The day from which the region counts. By default today, or the opening day for a site that had no region
             *     before.
             */
            regionFrom?: string;
            /** @description Whether the district's technicians support the site. */
            served?: boolean;
            state?: string | null;
            street?: string | null;
            /**
             * Format: uuid
             * @description The open site into which it merges. Needs `closedOn`, unless the site is already closed.
             */
            successorId?: string | null;
            /** @enum {string} */
            type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
        };
        /** @description The hours that a site got, compared with the hours due. */
        SiteDelivered: {
            /** @description With 2 decimals. */
            approvedHours: number;
            /** @description Entitled and purchased, in hours a week with 2 decimals. */
            due: number;
            /** @description With 2 decimals. */
            hours: number;
            name: string;
            /** @description Total hours missing in those weeks, with 2 decimals. */
            short: number;
            /** @description Code of the site. */
            site: string;
            weeks: components["schemas"]["SiteWeek"][];
            /** @description Number of weeks in which the site got less than was due. */
            weeksShort: number;
        };
        /** @description One site, with details that the list does not show. */
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
            /** @description Enrolled students of `schoolYear`. Null if there is no number. */
            pupils: number | null;
            region: string | null;
            /** @description Latest first. */
            regions: {
                fromOn: string;
                region: string;
                toOn: string | null;
            }[];
            /** @description School year such as `2025-26`. Null if there is no number. */
            schoolYear: string | null;
            served: boolean;
            /** @description Names of fields that files never overwrite. */
            setByPerson: string[];
            state: string | null;
            street: string | null;
            successorId: string | null;
            /** @enum {string} */
            type: "elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description The support that the devices of a site need, compared with the support that the site gets. */
        SiteLoad: {
            /** @description Null for a day in the past, because only today's value is known. */
            age: components["schemas"]["SiteAge"] | null;
            /** @description Hours per week that are entitled or purchased for the year, with 2 decimals. */
            allocatedHours: number;
            /** @description Warranty claims that were opened in the last year, without cancelled ones. */
            claimsAYear: number;
            /** @description With 3 decimals. */
            claimsPer100Devices: number | null;
            /** @description Hours per week that technicians reported, with 2 decimals. Null if there are no time reports in this school year. */
            deliveredHours: number | null;
            /** @description In use on the day. */
            devices: number;
            devicesByKind: {
                count: number;
                /** @enum {string} */
                kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            }[];
            /** @description Sorted by kind and work. */
            expected: components["schemas"]["ExpectedWork"][];
            /** @description Per year, for the devices in use and for warranty claims. With 1 decimal. */
            expectedMinutes: number;
            /** @description The part of these hours that others bought for the site, with 2 decimals. */
            giftHours: number;
            /** @description Allocated hours per week, with 2 decimals. */
            hoursPer100Devices: number | null;
            /** @description The site has fewer than 50 devices. Its figures are shown, but it is not ranked. */
            isSmall: boolean;
            /**
             * @description Expected minutes for each hour, with 1 decimal. At 60, the hours are just enough. Above 60, they are too few.
             *     Null if there are no hours.
             */
            minutesPerAllocatedHour: number | null;
            /** @description With 1 decimal. Null if there are no hours. */
            minutesPerDeliveredHour: number | null;
            /** @description Per year, with 1 decimal. Null if the site has no enrolled students. */
            minutesPerPupil: number | null;
            name: string;
            /** @description Warranty claims that were not closed or cancelled at the end of the day. */
            openClaims: number;
            /** @description Devices in repair. Null if the district seems to record no repairs. */
            openRepairs: number | null;
            pupils: number | null;
            region: string | null;
            /** @description Repairs that began in the last year. Null if the district records no repairs. */
            repairsAYear: number | null;
            /** @description With 3 decimals. */
            repairsPer100Devices: number | null;
            /** @description Code of the site. */
            site: string;
            siteId: string;
            /** @enum {string} */
            type: "elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse";
            /** @description For these repairs, with 1 decimal. Null if no weight says how long a repair takes. */
            waitingMinutes: number | null;
        };
        /** @description One site of a plan. Amounts are per week, in the unit of the plan, with 2 decimals. */
        SitePlan: {
            costs: components["schemas"]["OptionCost"][];
            /**
             * @description The average of the hours or days that technicians reported, over the full weeks with reports, with 2 decimals.
             *     Null if there are no reports in this school year.
             */
            delivered: number | null;
            /** @description What the district gives, with 2 decimals. Null if nothing is given or recorded. */
            entitled: number | null;
            /** @description Stipends and similar extras, in whole cents. */
            extrasCents: number;
            name: string;
            notCovered: components["schemas"]["NotCovered"] | null;
            /** @description What the site has beyond the recommendation, with 2 decimals. */
            over: number | null;
            pupils: number | null;
            /** @description Approved and for most of the school year, with 2 decimals. */
            purchased: number;
            purchasedBy: components["schemas"]["PayerAmount"][];
            /**
             * @description Approved for only a part of the school year, such as the summer, with 2 decimals. It does not reduce the
             *     shortfall.
             */
            purchasedForPart: number;
            /** @description With 2 decimals. Null if the model does not cover this site (see `notCovered`). */
            recommended: number | null;
            region: string | null;
            /** @description Submitted and not yet decided, with 2 decimals. */
            requested: number;
            /**
             * @description How much the site is missing compared with the recommendation, with 2 decimals, and never below 0. Null if there
             *     is no recommendation.
             */
            shortfall: number | null;
            /** @description Code of the site. */
            site: string;
            siteId: string;
            /** @enum {string} */
            type: "elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse";
        };
        /**
         * @description The support of one site, for its principal: which technicians come and when, the hours delivered, open requests, and
         *     how other sites compare.
         */
        SiteSupport: {
            asOf: string;
            /** @description For the last four full weeks. Null if no hours were due and no hours were delivered. */
            delivered: components["schemas"]["SiteDelivered"] | null;
            load: components["schemas"]["SiteLoad"];
            /** @description Key of the model. `none` if no model is in force. */
            model: string;
            /** @description For the last twelve months. */
            months: components["schemas"]["LoadMonth"][];
            /** @description The nearest sites that the caller can see, without small ones. Empty if the site has no coordinates. */
            neighbours: components["schemas"]["Neighbour"][];
            notRecorded: components["schemas"]["NotRecorded"][];
            /** @description Requests that are not decided yet. */
            requests: components["schemas"]["PurchaseView"][];
            schoolYear: string;
            /** @description The technicians who have an assignment here on the day. */
            technicians: components["schemas"]["SiteTechnician"][];
        };
        /** @description Somebody who comes to the site, and on which days. */
        SiteTechnician: {
            /** @description Sorted by weekday, from 1 for Monday to 7 for Sunday, with the first and last day of each assignment. */
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
            /** @description Enrolled students of `schoolYear`. Null if there is no number. */
            pupils: number | null;
            region: string | null;
            /** @description School year such as `2025-26`. Null if there is no number. */
            schoolYear: string | null;
            served: boolean;
            /** @description Names of fields that files never overwrite. */
            setByPerson: string[];
            state: string | null;
            street: string | null;
            successorId: string | null;
            /** @enum {string} */
            type: "elementary" | "high" | "k8" | "middle" | "office" | "other" | "preschool" | "span" | "warehouse";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description Hours of one week. */
        SiteWeek: {
            /** @description With 2 decimals. */
            approvedHours: number;
            /** @description With 2 decimals. */
            hours: number;
            /** @description How many hours were missing compared with the hours due, with 2 decimals, and never below 0. */
            short: number;
            /** @description The Monday of the week. */
            week: string;
        };
        /** @description A step as pages show it. */
        StepView: {
            details: Record<string, never> | null;
            /** @description Null for the first. */
            from: string | null;
            note: string | null;
            step: string;
            /** Format: date-time */
            takenAt: string;
            /** @description Account; null for the system. */
            takenBy: string | null;
            /** @description Name of the account, or its email if it has no name. */
            takenByName: string | null;
            to: string;
            /** @description Version of the record after the step. */
            version: number;
        };
        /** @description For each site that the caller can see, the support that its devices need, compared with the support that it gets. */
        SupportLoad: {
            asOf: string;
            /** Format: date-time */
            knownAt: string;
            /** @description Key of the model that decides the entitlements. `none` if no model was named and none is in force. */
            model: string;
            modelVersion: number;
            notRecorded: components["schemas"]["NotRecorded"][];
            schoolYear: string;
            /** @description Sites with the highest load come first, and small sites last. */
            sites: components["schemas"]["SiteLoad"][];
            totals: components["schemas"]["LoadTotals"];
            /** @description A year of expected minutes is divided by this number of weeks. */
            weeksAYear: number;
            /** @description Version of the weights. 0 for the defaults of Rollcall. */
            weightsVersion: number;
        };
        SweepClosingBody: {
            /** @description Whether misplaced devices are moved to the place where they were found. */
            moves: boolean;
            note?: string;
            /** @description Who signs the report. It cannot be changed later. */
            signature?: components["schemas"]["SweepSignatureBody"];
        };
        /** @description One sweep, with the number of devices for each result. */
        SweepDetail: {
            /** Format: date-time */
            begunAt: string;
            begunBy: string;
            /** @description Name of the account, or its email if it has no name. */
            begunByName: string;
            cart: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            closedByName: string | null;
            expected: number;
            found: {
                misplaced: number;
                missing: number;
                not_seen: number;
                retired: number;
                unknown: number;
                verified: number;
            };
            id: string;
            /** @description Whether there is a picture of the signature. */
            isDrawn: boolean;
            /** @description Scans that arrived after the sweep was closed. They are not in the numbers. */
            late: number;
            /** @description Null if the sweep has no name. Pages then show its place. */
            name: string | null;
            note: string | null;
            /** @description Without a room or a cart, the sweep is of the whole site. */
            room: string | null;
            /** @description The name in the signature. Null for a sweep without a signature. */
            signedName: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
            /** @description Accounts whose scans count for it. */
            technicians: string[];
        };
        SweepFindingView: {
            code: string | null;
            deviceId: string | null;
            /** @description Where the device was expected when the sweep began. */
            expectedRoom: string | null;
            foundRoom: string | null;
            key: string;
            model: string | null;
            recordedCart: string | null;
            recordedRoom: string | null;
            /** @description Code of the site where the device is on record. For a closed sweep, where it was when the sweep was closed. */
            recordedSite: string | null;
            recordedSiteName: string | null;
            /** @enum {string} */
            result: "misplaced" | "missing" | "not_seen" | "retired" | "unknown" | "verified";
            /** Format: date-time */
            seenAt: string | null;
            seenBy: string | null;
            seenByName: string | null;
            status: string | null;
        };
        SweepSignatureBody: {
            /**
             * @description What the person drew, as base64: a PNG picture of at most 200 KiB and 1200 by 600 dots. Without it the typed name is
             *     the signature.
             */
            image?: string;
            /** @description The name of the person who signs, as they write it. */
            name: string;
        };
        /** @description A sweep as lists show it. */
        SweepView: {
            /** Format: date-time */
            begunAt: string;
            begunBy: string;
            /** @description Name of the account, or its email if it has no name. */
            begunByName: string;
            cart: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            closedByName: string | null;
            id: string;
            /** @description Whether there is a picture of the signature. */
            isDrawn: boolean;
            /** @description Null if the sweep has no name. Pages then show its place. */
            name: string | null;
            note: string | null;
            /** @description Without a room or a cart, the sweep is of the whole site. */
            room: string | null;
            /** @description The name in the signature. Null for a sweep without a signature. */
            signedName: string | null;
            /** @description Code of the site. */
            site: string;
            siteName: string;
        };
        /** @description How to read the file. Rollcall guesses first, and the person can change it. */
        TableReading: {
            /** @enum {string} */
            delimiter?: "\t" | "," | ";" | "|";
            /**
             * @description Any encoding name that iconv-lite knows. Rollcall guesses one of utf-8, utf-16le, utf-16be, windows-1252 and
             *     macintosh.
             */
            encoding: string;
            /** @enum {string} */
            format: "csv" | "tsv" | "xlsx";
            /**
             * @description Number of the header row, as a spreadsheet shows it, from 1. With 0 there is no header row, and the columns are
             *     called "Column 1" and so on.
             */
            headerRow: number;
            sheet?: string;
        };
        /** @description Something that the person should see before the import continues. It refuses nothing. */
        TableWarning: {
            code: string;
            /** @description The header of the column that it is about. */
            column?: string;
            detail: string;
        };
        /** @description Tags that were reserved together. */
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
            /** @description The tag that the next device will probably get. */
            next: string;
            prefix: string;
        };
        TechnicianChangeBody: {
            /**
             * Format: uuid
             * @description The account with which the technician signs in.
             */
            accountId?: string | null;
            /** @description The last day. Null if there is none. */
            endsOn?: string | null;
            homeSite?: string;
            languages?: string[];
            name?: string;
            skills?: string[];
            /** @description A date, `YYYY-MM-DD`. */
            startsOn?: string;
            /** @description From 1 for Monday to 7 for Sunday. Monday to Friday by default. */
            weekdays?: number[];
        };
        /** @description A technician who supports sites. */
        TechnicianView: {
            accountId: string | null;
            /** @description The last day. Null if there is none. */
            endsOn: string | null;
            /** @description Code of the site where their day begins and ends. */
            homeSite: string;
            id: string;
            languages: string[];
            name: string;
            skills: string[];
            startsOn: string;
            version: number;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekdays: number[];
        };
        /** @description What one technique counts as for one medium. */
        TechniqueFit: {
            /** @description Sources differ. The record is accepted, and says so. */
            isUncertain: boolean;
            /** @enum {string} */
            medium: "apple" | "emmc" | "hdd" | "none" | "nvme" | "sata_ssd" | "unknown";
            /** @enum {string} */
            method: "clear" | "destroy" | "none" | "purge";
            /** @description Where this comes from. */
            source: string;
            /** @enum {string} */
            technique: "ata_sanitize_block_erase" | "ata_sanitize_overwrite" | "ata_secure_erase" | "bitlocker_keys_deleted" | "cryptographic_erase" | "degauss" | "delete_or_format" | "disintegrate" | "drill_or_bend" | "emmc_sanitize" | "erase_all_content" | "no_storage" | "nvme_format_cryptographic" | "nvme_format_user_data" | "nvme_sanitize_block_erase" | "overwrite" | "powerwash_titan_c" | "powerwash_tpm" | "shred" | "windows_reset";
        };
        /** @description A layout with the columns of an empty template. It is not saved. */
        TemplateLayout: {
            definition: components["schemas"]["LayoutDefinition"];
            /** @description Columns for which Rollcall knows no field. They are empty constants until you choose a field or enter a text. */
            unmatched: string[];
        };
        TimeCorrectionBody: {
            /**
             * Format: date-time
             * @description A date and time with a time zone, as RFC 3339 writes it.
             */
            endsAt?: string;
            note?: string | null;
            /** @description Why. */
            reason: string;
            site?: string | null;
            /**
             * Format: date-time
             * @description A date and time with a time zone, as RFC 3339 writes it.
             */
            startsAt?: string;
            /** @description Removes the entry from all totals. It stays on record. */
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
            /** @description All versions of the entry, oldest first. */
            revisions: components["schemas"]["TimeRevisionView"][];
            /** @description Code of the site. Null for work that is not for a site. */
            site: string | null;
            /** Format: date-time */
            startsAt: string;
            /** @description The steps of the entry, with approvals, oldest first. */
            steps: {
                /** @description Null for the first. */
                from: string | null;
                note: string | null;
                step: string;
                /** Format: date-time */
                takenAt: string;
                /** @description Account; null for the system. */
                takenBy: string | null;
                /** @description Name of the account, or its email if it has no name. */
                takenByName: string | null;
                to: string;
                /** @description Version of the record after the step. */
                version: number;
            }[];
            technician: string;
            technicianId: string;
            version: number;
            /** Format: date-time */
            withdrawnAt: string | null;
            /** @description Key of a kind of work. */
            work: string;
        };
        /** @description A time entry of a technician: the work, the site, and the start and end. */
        TimeEntryView: {
            /** Format: date-time */
            approvedAt: string | null;
            approvedBy: string | null;
            /** Format: date-time */
            endsAt: string;
            id: string;
            minutes: number;
            note: string | null;
            /** @description Code of the site. Null for work that is not for a site. */
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
        /** @description How a time entry looked after it was created or changed. Each change creates a new version. */
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
        /** @description A device that is in repair without a claim, although a coverage for defects has not ended. */
        UnclaimedRepair: {
            /** @enum {string} */
            coverageKind: "accidental_damage" | "battery" | "extended" | "insurance" | "manufacturer" | "other";
            /** @description The vendor of the coverage that lasts longest. */
            coverageVendorName: string;
            /** @description The last day of this coverage. */
            coveredUntil: string;
            /** @description Asset tag of the device, or its serial number if it has no tag. */
            deviceCode: string | null;
            /** @description Manufacturer and model. */
            deviceModel: string;
            /** @description Id of the device. */
            id: string;
            /** Format: date-time */
            inRepairSince: string;
            /** @description Code of the site where the device is now. */
            site: string;
            siteName: string;
        };
        UndoReplacementBody: {
            /** @description Why. */
            reason: string;
        };
        /** @description A scanned code that no device has. */
        UnknownCode: {
            /** @description The names of the actions on pages, in the same order. */
            actionLabels: components["schemas"]["Words"][];
            actions: string[];
            code: string;
            /** Format: date-time */
            firstScannedAt: string;
            /** @description Whether a device has the code now, so that the scans can be applied. */
            known: boolean;
            /** Format: date-time */
            lastScannedAt: string;
            /** @description Name or email of the person who scanned it last. */
            lastScannedBy: string;
            /** @description The latest scan that has a photo of what the code is on. */
            photo: string | null;
            /** @description How many scans wait for this code. */
            scans: number;
            /** @description Code of the site where it was scanned last. */
            site: string | null;
            siteName: string | null;
        };
        UnknownCodeBody: {
            code: string;
            note?: string;
        };
        ValidationView: {
            /** Format: date-time */
            decidedAt: string;
            decidedByName: string | null;
            /** @enum {string} */
            decision: "accept" | "escalate" | "repeat";
            note: string | null;
        };
        VendorAccountChangeBody: {
            /** @description `true` shuts the account: its sessions end and its tokens no longer work. `false` opens it again. */
            disabled: boolean;
        };
        /** @description The account of a person at a vendor. */
        VendorAccountView: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was shut. Null while the person can sign in.
             */
            disabledAt: string | null;
            email: string;
            id: string;
            name: string;
            version: number;
        };
        VendorChangeBody: {
            /** @description Business hours in which the vendor promises to acknowledge a claim. Null if there is no promise. */
            acknowledgeWithinHours?: number | null;
            /** @description Days on which the vendor is closed, such as its own holidays. */
            closedOn?: string[];
            /** @description Whom the district writes to, at each level of escalation. A level can have several contacts. */
            contacts?: components["schemas"]["VendorContactBody"][];
            /** @description How files of claims reach the vendor. By default, somebody downloads them. */
            delivery?: components["schemas"]["DeliveryBody"];
            /** @description When the vendor is open. A weekday can have several openings. Monday to Friday, 08:00 to 17:00, by default. */
            hours?: components["schemas"]["VendorHoursBody"][];
            /** @description False for a vendor that the district no longer deals with. */
            isActive?: boolean;
            /** @description Key of the layout in which the vendor gets claims. `general` by default. */
            layout?: string;
            name?: string;
            notes?: string | null;
            /** @description Business hours in which the vendor promises to resolve a claim. Null if there is no promise. */
            resolveWithinHours?: number | null;
            /** @description What the vendor is to the district: one or more. */
            roles?: ("manufacturer" | "reseller" | "insurer" | "depot" | "recycler" | "lessor")[];
            /** @description IANA name. Hours and closed days are meant in it. The time zone of the district by default. */
            timeZone?: string;
        };
        /** @description Whom the district writes to at a level of escalation, 1 to 3. */
        VendorContact: {
            email: string;
            level: number;
            name: string;
            phone: string | null;
        };
        VendorContactBody: {
            /** Format: email */
            email: string;
            /** @description The level of escalation, from 1 to 3. Level 1 hears of a claim first. */
            level: number;
            name: string;
            phone?: string | null;
        };
        VendorDeliveryBody: {
            /**
             * @description Whether the vendor may get columns with names of people: students, contacts and technicians.
             * @default false
             */
            allowsNames: boolean;
            delivery: components["schemas"]["DeliveryBody"];
            /** @description Key of the layout in which the vendor gets claims. `general` by default. */
            layout?: string;
            /** @description When ready claims are sent by themselves. Null if somebody sends them. */
            schedule?: components["schemas"]["BatchScheduleBody"] | null;
        };
        /** @description In which layout a vendor gets claims, how and when. */
        VendorDeliveryView: {
            /** @description Whether the vendor may get columns with names of people. */
            allowsNames: boolean;
            delivery: {
                /** @enum {string} */
                by: "download";
            } | components["schemas"]["SftpSettings"] | components["schemas"]["EmailSettings"] | components["schemas"]["HttpsSettings"];
            /** @description Key of the layout. */
            layout: string;
            /** Format: date-time */
            nextRunAt: string | null;
            /**
             * Format: date-time
             * @description When the schedule last ran, and what came of it.
             */
            ranAt: string | null;
            ranWith: string | null;
            schedule: components["schemas"]["BatchSchedule"] | null;
            /** @description When each secret was set. Null for one that the vendor does not have. Nobody can read a secret again. */
            secrets: {
                password: string | null;
                privateKey: string | null;
                signing: string | null;
            };
            /** @description Key of the vendor. */
            vendor: string;
            /** @description 0 before the first change. */
            version: number;
        };
        VendorDeskBody: {
            /** @description Whether people at the vendor see the asset tags of devices. */
            showsAssetTags?: boolean;
            /** @description Whether they see the contact of a claim, and where its device is shipped from. */
            showsContacts?: boolean;
        };
        /** @description What people at a vendor see on their pages beside the fault. */
        VendorDeskView: {
            showsAssetTags: boolean;
            /** @description The contact of a claim, and where its device is shipped from. */
            showsContacts: boolean;
            /** @description 0 until somebody has decided. */
            version: number;
        };
        VendorHoursBody: {
            /** @description In the vendor's time zone; `24:00` is the end of the day. */
            closes: string;
            /** @description In the vendor's time zone. */
            opens: string;
            /** @description From 1 for Monday to 7 for Sunday. */
            weekday: number;
        };
        VendorInvitationBody: {
            /** Format: email */
            email: string;
            /** @description Name of the person. They can change it when they accept. */
            name: string;
        };
        /** @description An invitation, without its link. */
        VendorInvitationView: {
            /** Format: date-time */
            acceptedAt: string | null;
            /** @description The account that the person made with it. */
            accountId: string | null;
            email: string;
            /**
             * Format: date-time
             * @description Until when the person can accept it.
             */
            expiresAt: string;
            id: string;
            /** Format: date-time */
            invitedAt: string;
            /** @description Name or email of the account that invited the person. */
            invitedByName: string | null;
            name: string;
            /** @enum {string} */
            state: "accepted" | "expired" | "open" | "withdrawn";
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        /** @description An organization that the district deals with. */
        VendorView: {
            /** @description Business hours in which the vendor promises to acknowledge a claim. Null if there is no promise. */
            acknowledgeWithinHours: number | null;
            /** @description Days on which the vendor is closed, earliest first. */
            closedOn: string[];
            /** @description By level of escalation. Empty if you may not see the contacts of vendors. */
            contacts: components["schemas"]["VendorContact"][];
            /** Format: date-time */
            createdAt: string;
            /** @description By weekday (1 is Monday) and time. A weekday can have several openings. */
            hours: {
                closes: string;
                opens: string;
                weekday: number;
            }[];
            id: string;
            /** @description False for a vendor that the district no longer deals with. */
            isActive: boolean;
            /** @description What files and other systems call the vendor. It never changes. */
            key: string;
            name: string;
            /** @description Null if you may not see the contacts of vendors. */
            notes: string | null;
            /** @description Business hours in which the vendor promises to resolve a claim. Null if there is no promise. */
            resolveWithinHours: number | null;
            roles: ("depot" | "insurer" | "lessor" | "manufacturer" | "recycler" | "reseller")[];
            /** @description IANA name. Hours and closed days are meant in it. */
            timeZone: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        VoidBody: {
            /** @description Why this record should never have existed. */
            note: string;
        };
        /** @description How much support something needs. */
        Weight: {
            /** @enum {string} */
            kind: "chromebook" | "desktop" | "ipad" | "laptop" | "other";
            /** @description For each device and year, for each open repair, or for each claim. */
            minutes: number;
            /** @enum {string} */
            per: "claim" | "device" | "open_repair";
            /** @description The source of the number, such as own time reports, a guide or an estimate. */
            source: string;
            /** @description Calendar date of that source. */
            sourceDate: string;
            /** @description Key of a kind of work. Null for all work without a weight of its own. */
            work: string | null;
        };
        WeightBody: {
            /** @enum {string} */
            kind: "desktop" | "laptop" | "ipad" | "chromebook" | "other";
            /** @description For each device and year, for each open repair, or for each claim. */
            minutes: number;
            /**
             * @description `device` counts each device in use, a year. `open_repair` counts each open repair once, and `claim` each warranty claim.
             * @default device
             * @enum {string}
             */
            per: "device" | "open_repair" | "claim";
            /** @description The source of the number, such as own time reports, a guide or an estimate. */
            source: string;
            /** @description The date of that source. */
            sourceDate: string;
            /** @description Key of a kind of work. By default, all work without a weight of its own. */
            work?: string | null;
        };
        /** @description The complete weights of a district. */
        Weights: {
            /**
             * Format: date-time
             * @description Null for the defaults of Rollcall.
             */
            recordedAt: string | null;
            /** @description 0 for the defaults of Rollcall. */
            version: number;
            weights: components["schemas"]["Weight"][];
        };
        WeightsBody: {
            /** @description All weights. Each kind of device needs at least one weight with `per` left out or set to `device`. */
            weights: components["schemas"]["WeightBody"][];
        };
        /** @description The recipient removes the data, by contract. */
        WipeContractBody: {
            /** @description The recipient’s certificate with its number: R2v3, e-Stewards or NAID AAA. */
            certificate: string;
            /** @description Number or place of the contract. */
            contract: string;
            /** @description The last day on which the certificate is valid. */
            validUntil: string;
        };
        /** @description A text of a page, in each language of the pages. */
        Words: {
            en: string;
            es: string;
        };
        /** @description A kind of work that technicians report. */
        WorkKind: {
            /** @description Work that is not for a site: travel, projects and learning. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "email" | "-email";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "sam.chen@example.org",
                 *       "name": "Sam Chen",
                 *       "role": "its"
                 *     }
                 */
                "application/json": components["schemas"]["NewAccountBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "name": "Sam Chen",
                 *       "role": "lead"
                 *     }
                 */
                "application/json": components["schemas"]["AccountChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Only absences that are in effect on this day. */
                on?: string;
                /** @description Sorted by `id`, which is the order in which they were recorded. */
                sort?: "id" | "-id";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "technicianId": "01931f00-0000-7000-8000-000000000002",
                 *       "fromOn": "2026-10-05",
                 *       "toOn": "2026-10-06",
                 *       "reason": "sick"
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Only assignments that are in effect on this day. */
                on?: string;
                /** @description Code of a site. */
                site?: string;
                /** @description Sorted by `id`, which is the order in which they were created. */
                sort?: "id" | "-id";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "technicianId": "01931f00-0000-7000-8000-000000000002",
                 *       "site": "ADAMS",
                 *       "weekday": 2,
                 *       "startsOn": "2026-08-17",
                 *       "endsOn": "2027-06-04"
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scenarios": [
                 *         {
                 *           "name": "This year",
                 *           "model": "hours-by-enrollment",
                 *           "schoolYear": "2025-26"
                 *         },
                 *         {
                 *           "name": "Next year",
                 *           "model": "hours-by-enrollment",
                 *           "schoolYear": "2026-27"
                 *         }
                 *       ]
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-10-05"
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description A date, `YYYY-MM-DD`. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-10-05",
                 *       "technicianId": "01931f00-0000-7000-8000-000000000002",
                 *       "kind": "urgent",
                 *       "site": "ADAMS",
                 *       "note": "The network is down."
                 *     }
                 */
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
                /** @description Any day of the first week. By default, the range covers the last four full weeks. */
                from?: string;
                /** @description Key of a model. By default, the model in force. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear: string;
                /** @description A day of the last week. */
                to?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model. The latest by default. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description A date, `YYYY-MM-DD`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "hours-by-enrollment",
                 *       "name": "Hours by enrollment",
                 *       "unit": "hours",
                 *       "bands": [
                 *         {
                 *           "types": [
                 *             "elementary"
                 *           ],
                 *           "fromPupils": 0,
                 *           "toPupils": 499,
                 *           "amount": 4
                 *         },
                 *         {
                 *           "types": [
                 *             "elementary"
                 *           ],
                 *           "fromPupils": 500,
                 *           "toPupils": null,
                 *           "amount": 8
                 *         }
                 *       ],
                 *       "options": [
                 *         {
                 *           "key": "full-year",
                 *           "name": "Full year",
                 *           "from": "07-01",
                 *           "to": "06-30",
                 *           "prices": [
                 *             {
                 *               "amount": 4,
                 *               "cents": 880000
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "source": "Board decision of March 3, 2026",
                 *       "sourceDate": "2026-03-03"
                 *     }
                 */
                "application/json": components["schemas"]["NewAllocationModelBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The version to show. By default, the latest version. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "name": "Hours by enrollment",
                 *       "unit": "hours",
                 *       "bands": [
                 *         {
                 *           "types": [
                 *             "elementary"
                 *           ],
                 *           "fromPupils": 0,
                 *           "toPupils": 499,
                 *           "amount": 4
                 *         },
                 *         {
                 *           "types": [
                 *             "elementary"
                 *           ],
                 *           "fromPupils": 500,
                 *           "toPupils": null,
                 *           "amount": 8
                 *         }
                 *       ],
                 *       "options": [
                 *         {
                 *           "key": "full-year",
                 *           "name": "Full year",
                 *           "from": "07-01",
                 *           "to": "06-30",
                 *           "prices": [
                 *             {
                 *               "amount": 4,
                 *               "cents": 880000
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "source": "Board decision of March 3, 2026",
                 *       "sourceDate": "2026-03-03"
                 *     }
                 */
                "application/json": components["schemas"]["ModelVersionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description Key of a model. By default, the model in force. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model. The latest by default. */
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
                /** @description Key of a model. By default, the model in force. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model. The latest by default. */
                version?: number;
            };
            header?: never;
            path: {
                format: "csv" | "pdf" | "xlsx";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schoolYear": "2026-27"
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                schoolYear?: string;
                /** @description Code of a site. */
                site?: string;
                /** @description Sorted by `id`, which is the order in which they were requested. */
                sort?: "id" | "-id";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site": "ADAMS",
                 *       "schoolYear": "2026-27",
                 *       "model": "hours-by-enrollment",
                 *       "option": "full-year",
                 *       "amount": 4,
                 *       "payer": "site",
                 *       "accountString": "01-0000-0-1110-2420"
                 *     }
                 */
                "application/json": components["schemas"]["NewPurchaseBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "model": "hours-by-enrollment",
                 *       "option": "full-year",
                 *       "amount": 4,
                 *       "payer": "gift",
                 *       "payerName": "Adams PTA"
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseDraftBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /**
                 * @example {
                 *       "state": "submitted",
                 *       "note": "The principal signed the form."
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "reserveShare": 0.1,
                 *       "setAside": [
                 *         {
                 *           "work": "learning",
                 *           "hoursAWeek": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllocationSettingsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by school year and revision. */
                sort?: "schoolYear" | "-schoolYear";
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
                /**
                 * @example {
                 *       "unit": "hours",
                 *       "amount": 6.5,
                 *       "note": "Two computer labs"
                 *     }
                 */
                "application/json": components["schemas"]["EntitlementBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
    BoardItemsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                decision?: "planned" | "approved" | "in_part" | "refused";
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `meetingOn`. */
                sort?: "meetingOn" | "-meetingOn";
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
                    "application/json": components["schemas"]["PageOfBoardItemView"];
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
    BoardItemsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "meetingOn": "2026-03-10",
                 *       "number": "9.4",
                 *       "title": "Disposal of surplus devices",
                 *       "finding": "17546_c",
                 *       "present": 5,
                 *       "yes": 5,
                 *       "decision": "approved"
                 *     }
                 */
                "application/json": components["schemas"]["NewBoardItemBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardItemDetail"];
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
    BoardItemsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardItemDetail"];
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
    BoardItemsController_change: {
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
                /**
                 * @example {
                 *       "note": "Minutes, page 3."
                 *     }
                 */
                "application/json": components["schemas"]["BoardItemChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardItemDetail"];
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
    BoardItemsController_packetPdf: {
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
    BoardItemsController_packetXlsx: {
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    BoardItemsController_findings: {
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
                        items: components["schemas"]["FindingRule"][];
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "name": "Cart 3B"
                 *     }
                 */
                "application/json": components["schemas"]["CartChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
    BatchesController_list: {
        parameters: {
            query?: {
                /** @description Id of a claim: the batches that it was in. */
                claim?: string;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "createdAt" | "-createdAt";
                /** @description Key of a vendor. */
                vendor?: string;
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
                    "application/json": components["schemas"]["PageOfBatchView"];
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
    BatchesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vendor": "valley-depot",
                 *       "claims": [
                 *         "019a0000-0000-7000-8000-000000000002",
                 *         "019a0000-0000-7000-8000-000000000003"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewBatchBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchMade"];
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
    BatchesController_find: {
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
                    "application/json": components["schemas"]["BatchDetail"];
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
    BatchesController_deliveriesOf: {
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
                        items: components["schemas"]["BatchDeliveryView"][];
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
    BatchesController_sendAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                        items: components["schemas"]["BatchDeliveryView"][];
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
    BatchesController_file: {
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
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "text/plain": string;
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
    BatchesController_manifest: {
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
                    "application/json": components["schemas"]["Manifest"];
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
    BatchesController_printedManifest: {
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
    LayoutsController_list: {
        parameters: {
            query?: {
                /** @description `true` for layouts that are archived, `false` for the others. */
                archived?: boolean;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "name" | "-name";
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
                    "application/json": components["schemas"]["PageOfLayoutView"];
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
    LayoutsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "valley-depot-sheet",
                 *       "name": "Valley Depot sheet",
                 *       "format": "csv",
                 *       "dateFormat": "MM/DD/YYYY",
                 *       "encoding": "windows-1252",
                 *       "whenNotEncodable": "replace",
                 *       "columns": [
                 *         {
                 *           "header": "Ticket",
                 *           "field": "number",
                 *           "isRequired": true,
                 *           "longest": 20
                 *         },
                 *         {
                 *           "header": "Service tag",
                 *           "field": "serialNumber",
                 *           "isRequired": true,
                 *           "format": "upper"
                 *         },
                 *         {
                 *           "header": "Damage",
                 *           "field": "category",
                 *           "words": {
                 *             "screen": "LCD",
                 *             "liquid": "SPILL"
                 *           }
                 *         },
                 *         {
                 *           "header": "Notes",
                 *           "field": "observedAndTried",
                 *           "longest": 1000,
                 *           "whenTooLong": "cut"
                 *         },
                 *         {
                 *           "header": "Country",
                 *           "constant": "US"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewLayoutBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutView"];
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
    LayoutsController_find: {
        parameters: {
            query?: {
                /** @description An earlier version of the layout, as a batch names it. By default, the latest. */
                layoutVersion?: number;
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutView"];
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
    LayoutsController_change: {
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
                /**
                 * @example {
                 *       "delimiter": ";",
                 *       "isArchived": false
                 *     }
                 */
                "application/json": components["schemas"]["LayoutChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutView"];
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
    LayoutsController_choices: {
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
                    "application/json": components["schemas"]["LayoutChoices"];
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
    LayoutsController_fromTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateLayout"];
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
    LayoutsController_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vendor": "valley-depot",
                 *       "definition": {
                 *         "format": "csv",
                 *         "columns": [
                 *           {
                 *             "header": "Ticket",
                 *             "field": "number",
                 *             "isRequired": true,
                 *             "longest": 20
                 *           },
                 *           {
                 *             "header": "Service tag",
                 *             "field": "serialNumber",
                 *             "isRequired": true,
                 *             "format": "upper"
                 *           },
                 *           {
                 *             "header": "Damage",
                 *             "field": "category",
                 *             "words": {
                 *               "screen": "LCD",
                 *               "liquid": "SPILL"
                 *             }
                 *           },
                 *           {
                 *             "header": "Notes",
                 *             "field": "observedAndTried",
                 *             "longest": 1000,
                 *             "whenTooLong": "cut"
                 *           },
                 *           {
                 *             "header": "Country",
                 *             "constant": "US"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["LayoutPreviewBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayoutPreview"];
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
    ClaimRepliesController_list: {
        parameters: {
            query?: {
                /** @description Id of a claim. */
                claim?: string;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`, which is the order in which they came. */
                sort?: "id" | "-id";
                /** @description One state, or several with commas between them. `waiting`: for a person. */
                state?: ("waiting" | "applied" | "dismissed" | "undone")[];
                /** @description Key of a vendor. */
                vendor?: string;
                /** @description Why they wait. */
                why?: "UNKNOWN_WORD" | "MOVES_BACK" | "OUT_OF_ORDER" | "OUTCOME_MISSING" | "SAID_BEFORE_RESUBMISSION" | "NOT_WITH_VENDOR";
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
                    "application/json": components["schemas"]["PageOfClaimReplyView"];
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
    SignedRepliesController_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "replies": [
                 *         {
                 *           "claimNumber": "C-2026-000123",
                 *           "state": "acknowledged",
                 *           "reference": "SR900000001",
                 *           "rma": "RMA-8801",
                 *           "expectedOn": "2026-12-04",
                 *           "saidAt": "2026-11-30T16:20:00Z"
                 *         },
                 *         {
                 *           "serialNumber": "5CD1234XYZ",
                 *           "state": "resolved",
                 *           "outcome": "repaired",
                 *           "costCents": 0
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SignedRepliesBody"];
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
                        results: components["schemas"]["SignedReplyResult"][];
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
    ClaimRepliesController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReplyDetail"];
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
    ClaimRepliesController_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "resolve",
                 *       "outcome": "repaired",
                 *       "reason": "The depot confirmed this by phone."
                 *     }
                 */
                "application/json": components["schemas"]["ReplyApplicationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReplyDetail"];
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
    ClaimRepliesController_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "This is last week’s file."
                 *     }
                 */
                "application/json": components["schemas"]["ReplyDismissalBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimReplyDetail"];
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
    ClaimsController_list: {
        parameters: {
            query?: {
                /** @description Whether the device was shipped to the vendor and has not come back. */
                atVendor?: boolean;
                category?: "screen" | "keyboard" | "trackpad" | "battery" | "power" | "charging_port" | "hinge" | "case" | "camera" | "audio" | "storage" | "mainboard" | "network" | "liquid" | "software" | "other";
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Id of a device: its claims, and the claim by which it came in the place of another device. */
                device?: string;
                /** @description Only claims for which the district must do something by this day, or should have done it before. */
                dueBy?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Whether the claim is neither closed nor cancelled. */
                open?: boolean;
                /** @description Id of a pool of incidents: the claims that have one of its incidents. */
                pool?: string;
                /**
                 * @description The number of the claim, with or without its year (`C-2026-000123` or `123`), the vendor's reference or RMA, or the
                 *     tag or serial number of the device.
                 */
                q?: string;
                /** @description Code of a site. */
                site?: string;
                /**
                 * @description By `number`, which is the order in which the claims were opened, or by `clock`: first those that the vendor must
                 *     answer first.
                 */
                sort?: "number" | "-number" | "clock" | "-clock";
                /** @description One state, or several with commas between them. */
                state?: ("draft" | "ready" | "sent" | "acknowledged" | "in_progress" | "waiting" | "resolved" | "denied" | "closed" | "cancelled")[];
                /** @description Key of a vendor. */
                vendor?: string;
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
                    "application/json": components["schemas"]["PageOfClaimView"];
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
    ClaimsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deviceId": "019a0000-0000-7000-8000-000000000001",
                 *       "category": "screen",
                 *       "isAccidental": false,
                 *       "observed": "The screen stays dark after the restart.",
                 *       "tried": "Reset the embedded controller. Tried an external monitor, which works.",
                 *       "requestedService": "depot",
                 *       "parts": [
                 *         {
                 *           "number": "5D10Y97707",
                 *           "quantity": 1,
                 *           "description": "LCD panel, 11.6 inch"
                 *         }
                 *       ],
                 *       "contact": {
                 *         "name": "Maria Lopez",
                 *         "email": "maria.lopez@district.example",
                 *         "phone": "949-555-0142"
                 *       },
                 *       "shipFrom": {
                 *         "name": "District warehouse",
                 *         "street": "100 Nightmist",
                 *         "city": "Irvine",
                 *         "state": "CA",
                 *         "postalCode": "92618"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewClaimBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ClaimsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ClaimsController_change: {
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
                /**
                 * @example {
                 *       "rma": "RMA-20117",
                 *       "expectedOn": "2026-12-04",
                 *       "trackingOut": "1Z999AA10123456784"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ClaimsController_escalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "A whole class has had no devices for two weeks."
                 *     }
                 */
                "application/json": components["schemas"]["ClaimEscalationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ClaimFilesController_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
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
                    /**
                     * @default false
                     * @enum {string}
                     */
                    isShared?: "true" | "false";
                    /**
                     * @default photo
                     * @enum {string}
                     */
                    kind?: "photo" | "proof_of_purchase" | "other";
                };
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimFileView"];
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
    ClaimFilesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
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
    ClaimFilesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
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
    ClaimFilesController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "proof_of_purchase",
                 *       "isShared": true
                 *     }
                 */
                "application/json": components["schemas"]["ClaimFileChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimFileView"];
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
    ClaimMessagesController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`, which is the order in which they were written. */
                sort?: "id" | "-id";
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
                    "application/json": components["schemas"]["PageOfClaimMessageView"];
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
    ClaimMessagesController_write: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "When will the device be back?"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimMessageBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimMessageView"];
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
    ClaimReplacementsController_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serialNumber": "PF3K9XYZ",
                 *       "status": "in_stock",
                 *       "dataRemoved": "wiped"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimReplacementBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ClaimReplacementsController_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The new device belongs to another claim."
                 *     }
                 */
                "application/json": components["schemas"]["UndoReplacementBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ClaimsController_step: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "resolve",
                 *       "outcome": "replaced",
                 *       "costInvoicedCents": 0,
                 *       "replacement": {
                 *         "serialNumber": "PF3K9XYZ",
                 *         "status": "in_stock",
                 *         "dataRemoved": "wiped"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ClaimStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
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
    ChecklistsController_tick: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "claims": [
                 *         "019a0000-0000-7000-8000-000000000002",
                 *         "019a0000-0000-7000-8000-000000000003"
                 *       ],
                 *       "points": [
                 *         {
                 *           "key": "management-lock",
                 *           "answer": "deprovisioned",
                 *           "reason": "Same-model replacement"
                 *         },
                 *         {
                 *           "key": "asset-label"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ClaimChecksBody"];
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
                        results: components["schemas"]["ClaimCheckResult"][];
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
    ClaimsController_stepAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "send",
                 *       "reference": "VD-2026-4471",
                 *       "claims": [
                 *         "019a0000-0000-7000-8000-000000000002",
                 *         "019a0000-0000-7000-8000-000000000003"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ClaimStepsBody"];
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
                        results: components["schemas"]["ClaimStepResult"][];
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
    ConflictsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Code of the reason why the scans need review, such as `CHANGED_MEANWHILE`. */
                reason?: string;
                sort?: "receivedAt" | "-receivedAt";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "dismiss",
                 *       "note": "The device is back in Room 12."
                 *     }
                 */
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
                        outcome: "applied" | "conflict" | "dismissed" | "refused" | "unknown";
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
                /** @description Calendar date in the district's time zone. Today by default. */
                asOf?: string;
                /** @description Comma-separated: site, region, kind, status. */
                groupBy?: ("site" | "region" | "kind" | "status")[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description An instant. The answer is what the records said at that time. */
                knownAt?: string;
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Statuses, separated by commas, or `active`. By default, every status except disposed. */
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
                /** @description Calendar date in the district's time zone. Today by default. */
                asOf?: string;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description An instant. The answer is what the records said at that time. */
                knownAt?: string;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Names of regions, separated by commas. Sites count by the region that they belonged to at that time. */
                region?: string[];
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Statuses, separated by commas, or `active`. By default, every status except disposed. */
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
                        /** @description Null on the last page. A page can have fewer items than `limit` even if there is a next page. */
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
                /** @description Calendar date in the district's time zone. Changes after the end of this day count. */
                from: string;
                /** @description Comma-separated: site, region, kind, status. */
                groupBy?: ("site" | "region" | "kind" | "status")[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description An instant. The answer is what the records said at that time. */
                knownAt?: string;
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Statuses, separated by commas, or `active`. By default, every status except disposed. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
                /** @description Last calendar date. Today by default. */
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
                cause?: ("opened" | "purchased" | "replaced" | "transferred" | "retired" | "reused" | "found" | "lost" | "disposed" | "deployed" | "returned" | "repair" | "corrected")[];
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description Calendar date in the district's time zone. Changes after the end of this day count. */
                from: string;
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description An instant. The answer is what the records said at that time. */
                knownAt?: string;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Names of regions, separated by commas. Sites count by the region that they belonged to at that time. */
                region?: string[];
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Statuses, separated by commas, or `active`. By default, every status except disposed. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
                /** @description Last calendar date. Today by default. */
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
                        /** @description Null on the last page. A page can have fewer items than `limit` even if there is a next page. */
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
                /** @description The interval between the points. */
                interval?: "day" | "week" | "month" | "quarter" | "schoolYear" | "year";
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description An instant. The answer is what the records said at that time. */
                knownAt?: string;
                /** @description Comma-separated codes of sites. */
                site?: string[];
                /** @description Statuses, separated by commas, or `active`. By default, every status except disposed. */
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "active")[];
                /** @description Last calendar date. Today by default. */
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
    LookUpsController_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "maker": "lenovo",
                 *       "devices": "new"
                 *     }
                 */
                "application/json": components["schemas"]["LookUpBody"];
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
    LookUpsController_listAnswers: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Id of a device. */
                device?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                maker?: "dell" | "lenovo" | "hp" | "apple";
                outcome?: "found" | "unknown" | "refused" | "failed";
                sort?: "askedAt" | "-askedAt";
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
                    "application/json": components["schemas"]["PageOfAnswerView"];
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
    CoverageRulesController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "name" | "-name";
                /** @description Key of a vendor. */
                vendor?: string;
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
                    "application/json": components["schemas"]["PageOfCoverageRuleView"];
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
    CoverageRulesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "PO 2026-118: accidental damage for three years",
                 *       "vendor": "valley-depot",
                 *       "kind": "accidental_damage",
                 *       "months": 36,
                 *       "startsFrom": "in_service",
                 *       "incidentsAYear": 2,
                 *       "devices": {
                 *         "purchaseReference": "2026-118",
                 *         "kinds": [
                 *           "chromebook"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCoverageRuleBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageRuleView"];
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
    CoverageRulesController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageRuleView"];
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
    CoverageRulesController_change: {
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
                /**
                 * @example {
                 *       "months": 48
                 *     }
                 */
                "application/json": components["schemas"]["CoverageRuleChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageRuleView"];
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
    CoverageRulesController_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["RuleEffect"];
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
    CoverageRulesController_rehearse: {
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
                    "application/json": components["schemas"]["RuleEffect"];
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
    CoverageRulesController_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["RuleUndo"];
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
    CoveragesController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Id of a device. */
                device?: string;
                /** @description The last day is this day or later. */
                endsFrom?: string;
                /** @description The last day is this day or earlier. */
                endsTo?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                kind?: "manufacturer" | "extended" | "accidental_damage" | "insurance" | "battery" | "other";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Code of a site. */
                site?: string;
                sort?: "endsOn" | "-endsOn";
                source?: "person" | "rule" | "file" | "look_up";
                /** @description State today. */
                state?: "active" | "expiring" | "not_started" | "expired";
                /** @description Key of a vendor. */
                vendor?: string;
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
                    "application/json": components["schemas"]["PageOfCoverageView"];
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
    CoveragesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deviceId": "019a0000-0000-7000-8000-000000000001",
                 *       "vendor": "valley-depot",
                 *       "kind": "extended",
                 *       "serviceLevel": "depot",
                 *       "startsOn": "2026-08-01",
                 *       "endsOn": "2029-07-31",
                 *       "contractNumber": "VD-2026-118",
                 *       "incidentsAYear": 1,
                 *       "deductibleCents": 4900,
                 *       "excludes": [
                 *         "theft",
                 *         "loss"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewCoverageBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
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
    CoveragesController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
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
    CoveragesController_change: {
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
                /**
                 * @example {
                 *       "endsOn": "2029-08-31"
                 *     }
                 */
                "application/json": components["schemas"]["CoverageChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
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
    CoveragesController_withdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /**
                 * @example {
                 *       "reason": "Entered for the wrong device"
                 *     }
                 */
                "application/json": components["schemas"]["CoverageWithdrawalBody"];
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
    ScanBatchesController_departures: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "receivedAt" | "-receivedAt";
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
    DeviceListsController_list: {
        parameters: {
            query?: {
                /** @description At least this many years in service. */
                ageFrom?: number;
                /** @description Less than this many years in service. */
                ageTo?: number;
                /** @description Automatic updates end before this date. */
                autoUpdateBefore?: string;
                cart?: string;
                /** @description States of the best coverage today, comma-separated. `unknown` if no coverage is on record. */
                coverage?: ("active" | "expiring" | "not_started" | "expired" | "unknown")[];
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                fundingSource?: string;
                /** @description Ids of devices, comma-separated. Use this for devices that a person selected one by one. */
                id?: string[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Part of the model's name. */
                model?: string;
                /** @description If true, and if your role can see people, the answer has the names of the people who have the devices. */
                people?: boolean;
                /** @description Id of a person. */
                person?: string;
                /**
                 * @description Three or more characters of a tag, a serial number or a model, or words of the name of a site or a person. To find
                 *     a MAC address, enter at least six digits of it.
                 */
                q?: string;
                region?: string[];
                /** @description Names of rooms and carts, at any site. */
                room?: string;
                /** @description Codes of sites, comma-separated. */
                site?: string[];
                sort?: "id" | "-id" | "assetTag" | "-assetTag" | "status" | "-status" | "statusSince" | "-statusSince" | "inServiceOn" | "-inServiceOn";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serialNumber": "5CD1234XYZ",
                 *       "assetTag": "IUSD-004211",
                 *       "kind": "chromebook",
                 *       "manufacturer": "HP",
                 *       "model": "Chromebook 11 G9 EE",
                 *       "site": "ADAMS",
                 *       "purchasedOn": "2025-08-01",
                 *       "costCents": 31900,
                 *       "purchaseReference": "PO-10442"
                 *     }
                 */
                "application/json": components["schemas"]["NewDeviceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    /** @description The address of the new record. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "notes": "Hinge replaced"
                 *     }
                 */
                "application/json": components["schemas"]["DeviceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
    DevicesController_clearances: {
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
                    "application/json": components["schemas"]["DeviceClearances"];
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
    CoveragesController_ofDevice: {
        parameters: {
            query?: {
                /** @description The day for which the states are shown. Today by default. */
                on?: string;
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
                    "application/json": components["schemas"]["DeviceCoverage"];
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "effectiveAt" | "-effectiveAt";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "claim",
                 *       "forbids": [
                 *         "move",
                 *         "dispose"
                 *       ],
                 *       "reason": "Warranty claim 88-1201 is open."
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /**
                 * @example {
                 *       "duplicateId": "01931f00-0000-7000-8000-000000000001",
                 *       "note": "The tag and the serial number were entered as two devices."
                 *     }
                 */
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /**
                 * @example {
                 *       "note": "A teacher found this device in Room 12."
                 *     }
                 */
                "application/json": components["schemas"]["VoidBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "seenAt" | "-seenAt";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /**
                 * @example {
                 *       "note": "This device was entered twice."
                 *     }
                 */
                "application/json": components["schemas"]["VoidBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "serialNumber": "5CD1234XYZ",
                 *           "assetTag": "IUSD-004211",
                 *           "notes": "Hinge replaced"
                 *         },
                 *         {
                 *           "assetTag": "IUSD-004212",
                 *           "status": "in_repair"
                 *         }
                 *       ]
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "kind": [
                 *           "chromebook"
                 *         ],
                 *         "q": "5CD"
                 *       },
                 *       "change": {
                 *         "notes": "Part of the 2025 order"
                 *       }
                 *     }
                 */
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
    DevicesController_undoBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
    DeviceListsController_count: {
        parameters: {
            query?: {
                /** @description At least this many years in service. */
                ageFrom?: number;
                /** @description Less than this many years in service. */
                ageTo?: number;
                /** @description Automatic updates end before this date. */
                autoUpdateBefore?: string;
                cart?: string;
                /** @description States of the best coverage today, comma-separated. `unknown` if no coverage is on record. */
                coverage?: ("active" | "expiring" | "not_started" | "expired" | "unknown")[];
                fundingSource?: string;
                /** @description Ids of devices, comma-separated. Use this for devices that a person selected one by one. */
                id?: string[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Part of the model's name. */
                model?: string;
                /** @description Id of a person. */
                person?: string;
                /**
                 * @description Three or more characters of a tag, a serial number or a model, or words of the name of a site or a person. To find
                 *     a MAC address, enter at least six digits of it.
                 */
                q?: string;
                region?: string[];
                /** @description Names of rooms and carts, at any site. */
                room?: string;
                /** @description Codes of sites, comma-separated. */
                site?: string[];
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
                    "application/json": components["schemas"]["DeviceTotal"];
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
    DeviceListsController_export: {
        parameters: {
            query?: {
                /** @description At least this many years in service. */
                ageFrom?: number;
                /** @description Less than this many years in service. */
                ageTo?: number;
                /** @description Automatic updates end before this date. */
                autoUpdateBefore?: string;
                cart?: string;
                /** @description Columns of the file, comma-separated, in the order that you want. By default, the columns of the import template. */
                columns?: ("assetTag" | "serialNumber" | "manufacturer" | "model" | "kind" | "status" | "statusSince" | "site" | "siteName" | "region" | "room" | "cart" | "person" | "purchasedOn" | "inServiceOn" | "costCents" | "purchaseReference" | "fundingSource" | "fain" | "autoUpdateEndsOn" | "coverageEndsOn" | "notes")[];
                /** @description States of the best coverage today, comma-separated. `unknown` if no coverage is on record. */
                coverage?: ("active" | "expiring" | "not_started" | "expired" | "unknown")[];
                fundingSource?: string;
                /** @description Ids of devices, comma-separated. Use this for devices that a person selected one by one. */
                id?: string[];
                kind?: ("desktop" | "laptop" | "ipad" | "chromebook" | "other")[];
                /** @description Part of the model's name. */
                model?: string;
                /** @description Id of a person. */
                person?: string;
                /**
                 * @description Three or more characters of a tag, a serial number or a model, or words of the name of a site or a person. To find
                 *     a MAC address, enter at least six digits of it.
                 */
                q?: string;
                region?: string[];
                /** @description Names of rooms and carts, at any site. */
                room?: string;
                /** @description Codes of sites, comma-separated. */
                site?: string[];
                /** @description Order of the rows. Only used together with `columns`. */
                sort?: "id" | "-id" | "assetTag" | "-assetTag" | "status" | "-status" | "statusSince" | "-statusSince" | "inServiceOn" | "-inServiceOn";
                status?: ("in_stock" | "deployed" | "in_repair" | "missing" | "retired" | "disposed" | "void")[];
            };
            header?: never;
            path: {
                format: "csv" | "pdf" | "xlsx";
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
    DeviceListsController_lookUp: {
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sightings": [
                 *         {
                 *           "code": "IUSD-004211",
                 *           "seenAt": "2026-03-02T17:05:00Z",
                 *           "condition": "good",
                 *           "inUse": true
                 *         }
                 *       ]
                 *     }
                 */
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
    FieldController_listActions: {
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
                        items: components["schemas"]["ScanActionView"][];
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
    FieldController_index: {
        parameters: {
            query?: {
                /** @description The `next` of the last answer. The new answer has only what changed since then. */
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
                    "application/vnd.rollcall.codes": string;
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
                /** @description The `next` of the last answer. The new answer has only what changed since then. */
                since?: string;
                /**
                 * @description Codes of up to five sites. If your sites have more than 15,000 devices together, the answer has only the devices of
                 *     these sites. Sites that you cannot see are left out.
                 */
                sites?: string[];
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "name" | "-name";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Emergency Connectivity Fund",
                 *       "fain": "ECF2290012345",
                 *       "federalSharePercent": 100,
                 *       "titleHolder": "Irvine Unified"
                 *     }
                 */
                "application/json": components["schemas"]["NewFundingBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "federalSharePercent": 80
                 *     }
                 */
                "application/json": components["schemas"]["FundingChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "createdAt" | "-createdAt";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    kind: "sites" | "pupils" | "people" | "devices" | "coverages" | "claims" | "claim-replies";
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
                    "application/json": components["schemas"]["ImportDetail"];
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
                    "application/json": components["schemas"]["ImportDetail"];
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["ImportDetail"];
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["ImportDetail"];
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["ImportDetail"];
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
                kind: "claim-replies" | "claims" | "coverages" | "devices" | "people" | "pupils" | "sites";
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
                kind: "claim-replies" | "claims" | "coverages" | "devices" | "people" | "pupils" | "sites";
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mapping": {
                 *         "columns": {
                 *           "Code": "code",
                 *           "School": "name"
                 *         }
                 *       }
                 *     }
                 */
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
                kind: "claim-replies" | "claims" | "coverages" | "devices" | "people" | "pupils" | "sites";
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
                kind: "claim-replies" | "claim-replies.csv" | "claims" | "claims.csv" | "coverages" | "coverages.csv" | "devices" | "devices.csv" | "people" | "people.csv" | "pupils" | "pupils.csv" | "sites" | "sites.csv";
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
    IncidentPoolsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "name" | "-name";
                /** @description Key of a vendor. */
                vendor?: string;
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
                    "application/json": components["schemas"]["PageOfIncidentPoolView"];
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
    IncidentPoolsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Purchase 2026-118: 50 incidents for 1,000 Chromebooks",
                 *       "vendor": "valley-depot",
                 *       "kind": "accidental_damage",
                 *       "contractNumber": "VD-2026-118",
                 *       "incidents": 50
                 *     }
                 */
                "application/json": components["schemas"]["NewIncidentPoolBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPoolView"];
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
    IncidentPoolsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPoolView"];
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
    IncidentPoolsController_change: {
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
                /**
                 * @example {
                 *       "incidents": 60
                 *     }
                 */
                "application/json": components["schemas"]["IncidentPoolChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPoolView"];
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
    InvitationsController_show: {
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
                    "application/json": components["schemas"]["InvitationShown"];
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
    InvitationsController_accept: {
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
                /**
                 * @example {
                 *       "name": "Kim Tran",
                 *       "password": "at least twelve characters"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationAcceptanceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShown"];
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
    JobsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description True for jobs that have ended, false for those that are waiting or running. */
                ended?: boolean;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description True for the jobs that you started. */
                mine?: boolean;
                /** @description Sorted by `id`, which is the order in which they were started. */
                sort?: "id" | "-id";
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
                    "application/json": components["schemas"]["PageOfListedJob"];
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                /**
                 * @example {
                 *       "layout": "avery-5160",
                 *       "filter": {
                 *         "kind": [
                 *           "chromebook"
                 *         ]
                 *       },
                 *       "skip": 3
                 *     }
                 */
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
                        address: string | null;
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Due on this calendar date or earlier. */
                dueBy?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                grade?: string;
                /** @description `left` means that the person has left. `moved` means that the person is at another site than the device. */
                holder?: "left" | "moved";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Id of the person who has the device. */
                person?: string;
                /** @description Code of the site of the device. */
                site?: string;
                sort?: "dueOn" | "-dueOn";
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
    LotsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Id of a device: the lots that it is or was on. */
                device?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                route?: "recycle" | "sell" | "donate" | "trade_in" | "agency_transfer" | "lease_return";
                /** @description Sorted by `number`. */
                sort?: "number" | "-number";
                state?: "open" | "frozen" | "approved" | "picked_up" | "settled" | "cancelled";
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
                    "application/json": components["schemas"]["PageOfLotRow"];
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
    LotsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Chromebooks of 2017",
                 *       "route": "recycle",
                 *       "site": "WH",
                 *       "place": "Cage 2",
                 *       "recipient": "e-waste-inc",
                 *       "wasteSince": "2026-03-02"
                 *     }
                 */
                "application/json": components["schemas"]["NewLotBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LotsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LotsController_change: {
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
                /**
                 * @example {
                 *       "place": "Cage 3"
                 *     }
                 */
                "application/json": components["schemas"]["LotChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LotsController_devices: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `addedAt`. */
                sort?: "addedAt" | "-addedAt";
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
                    "application/json": components["schemas"]["PageOfLotDeviceView"];
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
    LotsController_changeDevices: {
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
                /**
                 * @example {
                 *       "add": [
                 *         "019a0000-0000-7000-8000-000000000001",
                 *         "019a0000-0000-7000-8000-000000000002"
                 *       ],
                 *       "pallet": "P1",
                 *       "condition": "C3"
                 *     }
                 */
                "application/json": components["schemas"]["LotDevicesBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDevicesChanged"];
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
    LotsController_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                differenceId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resolution": "It was still in the cage. It goes with the next lot."
                 *     }
                 */
                "application/json": components["schemas"]["DifferenceBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LotsController_manifestCsv: {
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
    LotsController_manifestPdf: {
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
    LotsController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filedOn": "2026-04-20",
                 *       "reference": "COR-2026-118"
                 *     }
                 */
                "application/json": components["schemas"]["ObligationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LotsController_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
    LotsController_attach: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                kind: string;
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
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LotsController_receipt: {
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
    LotsController_step: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "pick_up",
                 *       "driver": {
                 *         "name": "Sam Rivera",
                 *         "company": "E-Waste Inc."
                 *       },
                 *       "counted": 48,
                 *       "notTaken": [
                 *         {
                 *           "deviceId": "019a0000-0000-7000-8000-000000000002",
                 *           "note": "Not on the pallet."
                 *         }
                 *       ],
                 *       "extras": [
                 *         {
                 *           "code": "5CD1234XYZ"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["LotStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotDetail"];
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
    LookUpsController_list: {
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
                        makers: components["schemas"]["MakerAccountView"][];
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
    LookUpsController_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                maker: "apple" | "dell" | "hp" | "lenovo";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vendor": "lenovo",
                 *       "credentials": {
                 *         "clientId": "the-id-that-lenovo-gave"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MakerAccountBody"];
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
    LookUpsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                maker: "apple" | "dell" | "hp" | "lenovo";
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
    LookUpsController_setSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                maker: "apple" | "dell" | "hp" | "lenovo";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schedule": {
                 *         "weekdays": [
                 *           1,
                 *           2,
                 *           3,
                 *           4,
                 *           5
                 *         ],
                 *         "at": "02:00",
                 *         "askAgainAfterDays": 90
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MakerScheduleBody"];
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
    ModelsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by manufacturer, and then by name. */
                sort?: "manufacturer" | "-manufacturer";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "manufacturer": "HP",
                 *       "name": "Chromebook 11 G9 EE",
                 *       "kind": "chromebook",
                 *       "platform": "chromeos",
                 *       "autoUpdateEndsOn": "2029-06-30",
                 *       "expectedLifeMonths": 60
                 *     }
                 */
                "application/json": components["schemas"]["NewDeviceModelBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "autoUpdateEndsOn": "2030-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["ModelChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
    OutboxController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "createdAt" | "-createdAt";
                /** @description Only letters in this state, such as `failed`. */
                state?: "waiting" | "taken" | "sending" | "sent" | "unsure" | "failed" | "kept";
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
                    "application/json": components["schemas"]["PageOfLetterView"];
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
    OutboxController_find: {
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
                    "application/json": components["schemas"]["LetterDetails"];
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
    OutboxController_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["LetterDetails"];
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description True for people who have left. */
                left?: boolean;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                role?: "student" | "staff" | "guardian" | "other";
                /** @description Code of a site. */
                site?: string;
                sort?: "externalId" | "-externalId";
                /** @description Part of a name, an email or an ID. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "204417",
                 *       "role": "student",
                 *       "givenName": "Ana",
                 *       "familyName": "Rivera",
                 *       "grade": "7"
                 *     }
                 */
                "application/json": components["schemas"]["NewPersonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "grade": "8"
                 *     }
                 */
                "application/json": components["schemas"]["PersonChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description True for people who have left. */
                left?: boolean;
                role?: "student" | "staff" | "guardian" | "other";
                /** @description Code of a site. */
                site?: string;
                /** @description Part of a name, an email or an ID. */
                text?: string;
            };
            header?: never;
            path: {
                format: "csv" | "pdf" | "xlsx";
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
    PeopleController_lookUp: {
        parameters: {
            query: {
                /** @description External ids or email addresses, separated by commas. Upper and lower case make no difference. */
                numbers: string[];
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
                        items: components["schemas"]["PersonView"][];
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
    ProblemReportsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Code of a site. */
                site?: string;
                /** @description Sorted by `id`, which is the order in which they were reported. */
                sort?: "id" | "-id";
                state?: "open" | "closed";
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
                    "application/json": components["schemas"]["PageOfProblemReportView"];
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
    ProblemReportsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site": "ADAMS",
                 *       "room": "Room 12",
                 *       "description": "The screen stays dark after the restart."
                 *     }
                 */
                "application/json": components["schemas"]["NewProblemReportBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemReportDetail"];
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
    ProblemReportsController_find: {
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
                    "application/json": components["schemas"]["ProblemReportDetail"];
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
    ProblemReportsController_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Replaced the battery."
                 *     }
                 */
                "application/json": components["schemas"]["ProblemReportStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemReportDetail"];
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
    ProblemReportsController_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "The screen went dark again after lunch."
                 *     }
                 */
                "application/json": components["schemas"]["ProblemReportStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemReportDetail"];
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
                /** @description True for sites that are open today, and false for sites that are closed or not yet open. */
                open?: boolean;
                region?: string;
                /** @description The school year of the enrolled students, such as `2025-26`. By default, the latest of each site. */
                schoolYear?: string;
                served?: boolean;
                /** @description Part of a name or a code. */
                text?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
            };
            header?: never;
            path: {
                format: "csv" | "pdf" | "xlsx";
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
    ReleasesController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Id of a device. */
                device?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `releasedAt`. */
                sort?: "releasedAt" | "-releasedAt";
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
                    "application/json": components["schemas"]["PageOfReleaseView"];
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
    ReleasesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deviceIds": [
                 *         "019a0000-0000-7000-8000-000000000001"
                 *       ],
                 *       "service": "google_admin",
                 *       "note": "Deprovisioned with “retiring device”."
                 *     }
                 */
                "application/json": components["schemas"]["NewReleasesBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewReleases"];
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
    ReleasesController_withdraw: {
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "chromebook",
                 *       "source": "Board policy 3270",
                 *       "asOf": "2026-01-15",
                 *       "lifeMonths": 60,
                 *       "priceCents": 32500
                 *     }
                 */
                "application/json": components["schemas"]["NewReplacementBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "priceCents": 33900
                 *     }
                 */
                "application/json": components["schemas"]["ReplacementChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "name" | "-name";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Monthly device counts",
                 *       "kind": "counts",
                 *       "schedule": {
                 *         "every": "month",
                 *         "day": 1,
                 *         "at": "06:00"
                 *       },
                 *       "recipients": [
                 *         "principal@example.org"
                 *       ],
                 *       "formats": [
                 *         "pdf"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewReportBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "recipients": [
                 *         "principal@example.org",
                 *         "office@example.org"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReportChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "createdAt" | "-createdAt";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                        /** @description Whole seconds. */
                        etaSeconds: number | null;
                        id: string;
                        kind: string;
                        outputId: string;
                        problem: unknown;
                        /** @description Rows a second in this stage, with 1 decimal. */
                        rate: number | null;
                        /** @description What the job did. If it was cancelled or failed, what it did until then, or null if the job keeps no record of that. */
                        result: unknown;
                        stage: string | null;
                        /** @enum {string} */
                        state: "cancelled" | "done" | "failed" | "queued" | "running";
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
                format: "csv" | "pdf" | "xlsx";
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
                /** @description Id of the output to compare with. By default, the one before. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recipients": [
                 *         "principal@example.org"
                 *       ]
                 *     }
                 */
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
                format: "csv" | "pdf" | "xlsx";
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "name": "Room 12A"
                 *     }
                 */
                "application/json": components["schemas"]["RoomChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
    SanitizationsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Id of a device. */
                device?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                method?: "none" | "clear" | "purge" | "destroy";
                result?: "completed" | "failed";
                sort?: "doneAt" | "-doneAt";
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
                    "application/json": components["schemas"]["PageOfSanitizationRow"];
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
    SanitizationsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deviceIds": [
                 *         "019a0000-0000-7000-8000-000000000001",
                 *         "019a0000-0000-7000-8000-000000000002"
                 *       ],
                 *       "medium": "emmc",
                 *       "technique": "powerwash_titan_c",
                 *       "tool": "ChromeOS",
                 *       "toolVersion": "140",
                 *       "result": "completed",
                 *       "verifiedBy": "Ada Byron, technician",
                 *       "verification": "The setup screen came."
                 *     }
                 */
                "application/json": components["schemas"]["NewSanitizationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSanitization"];
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
    SanitizationsController_find: {
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
                    "application/json": components["schemas"]["SanitizationDetail"];
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
    SanitizationsController_certificate: {
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
    SanitizationsController_validate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "repeat",
                 *       "note": "One of three samples still had a profile."
                 *     }
                 */
                "application/json": components["schemas"]["SanitizationValidationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SanitizationDetail"];
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
    SanitizationsController_techniques: {
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
                        items: components["schemas"]["TechniqueFit"][];
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
    ScanBatchesController_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sentAt": "2026-03-02T17:06:00Z",
                 *       "scans": [
                 *         {
                 *           "id": "01931f00-0000-7000-8000-000000000004",
                 *           "code": "IUSD-004211",
                 *           "scannedAt": "2026-03-02T17:05:00Z",
                 *           "action": "seen"
                 *         }
                 *       ]
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "receivedAt" | "-receivedAt";
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
    SchoolCalendarsController_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolCalendarView"];
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
    SchoolCalendarsController_set: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                schoolYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsOn": "2026-08-12",
                 *       "endsOn": "2027-06-10",
                 *       "closures": [
                 *         {
                 *           "name": "Labor Day",
                 *           "from": "2026-09-07",
                 *           "to": "2026-09-07"
                 *         },
                 *         {
                 *           "name": "Winter break",
                 *           "from": "2026-12-21",
                 *           "to": "2027-01-08"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SchoolCalendarBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchoolCalendarView"];
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
                /**
                 * @example {
                 *       "email": "maria.lopez@example.org",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
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
    SessionController_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "es"
                 *     }
                 */
                "application/json": components["schemas"]["SessionChangeBody"];
            };
        };
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
    SessionController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "the password so far",
                 *       "newPassword": "at least twelve characters"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChangeBody"];
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
                /**
                 * @example {
                 *       "district": {
                 *         "name": "Irvine Unified",
                 *         "slug": "irvine",
                 *         "timeZone": "America/Los_Angeles"
                 *       },
                 *       "account": {
                 *         "email": "maria.lopez@example.org",
                 *         "name": "Maria Lopez",
                 *         "password": "correct horse battery staple"
                 *       }
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description True for sites that are open today, and false for sites that are closed or not yet open. */
                open?: boolean;
                region?: string;
                /** @description The school year of the enrolled students, such as `2025-26`. By default, the latest of each site. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "ADAMS",
                 *       "name": "Adams Elementary",
                 *       "type": "elementary",
                 *       "gradeSpan": "K-5",
                 *       "street": "100 Main Street",
                 *       "city": "Irvine",
                 *       "state": "CA",
                 *       "postalCode": "92618",
                 *       "latitude": 33.68,
                 *       "longitude": -117.79
                 *     }
                 */
                "application/json": components["schemas"]["NewSiteBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "name": "Adams Elementary School",
                 *       "gradeSpan": "K-6"
                 *     }
                 */
                "application/json": components["schemas"]["SiteChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description True for places in use today. */
                open?: boolean;
                sort?: "name" | "-name";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Cart 3"
                 *     }
                 */
                "application/json": components["schemas"]["NewCartBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by school year and revision. */
                sort?: "schoolYear" | "-schoolYear";
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
                /**
                 * @example {
                 *       "pupils": 612
                 *     }
                 */
                "application/json": components["schemas"]["PupilsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description True for places in use today. */
                open?: boolean;
                sort?: "name" | "-name";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Room 12"
                 *     }
                 */
                "application/json": components["schemas"]["NewRoomBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description True for sites that are open today, and false for sites that are closed or not yet open. */
                open?: boolean;
                region?: string;
                /** @description The school year of the enrolled students, such as `2025-26`. By default, the latest of each site. */
                schoolYear?: string;
                served?: boolean;
                /** @description Part of a name or a code. */
                text?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
            };
            header?: never;
            path: {
                format: "csv" | "pdf" | "xlsx";
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
                /** @description Devices in use at the end of this day. Today by default. */
                asOf?: string;
                charter?: boolean;
                /** @description Key of a model. By default, the model in force. */
                model?: string;
                region?: string;
                /** @description Such as `2025-26`. */
                schoolYear?: string;
                type?: "elementary" | "k8" | "middle" | "high" | "span" | "other" | "preschool" | "office" | "warehouse";
                /** @description Version of the model. The latest by default. */
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
                /** @description Devices in use at the end of this day. Today by default. */
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
                /** @description Devices in use at the end of this day. Today by default. */
                asOf?: string;
                /** @description Key of a model. By default, the model in force. */
                model?: string;
                /** @description Version of the model. The latest by default. */
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
                /** @description A day of the first month. By default, eleven months before the last month. */
                from?: string;
                /** @description A day of the last month. Today by default. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "weights": [
                 *         {
                 *           "kind": "desktop",
                 *           "minutes": 12,
                 *           "source": "Help desk log, 2025-26",
                 *           "sourceDate": "2026-06-30"
                 *         },
                 *         {
                 *           "kind": "laptop",
                 *           "minutes": 12,
                 *           "source": "Help desk log, 2025-26",
                 *           "sourceDate": "2026-06-30"
                 *         },
                 *         {
                 *           "kind": "ipad",
                 *           "minutes": 12,
                 *           "source": "Help desk log, 2025-26",
                 *           "sourceDate": "2026-06-30"
                 *         },
                 *         {
                 *           "kind": "chromebook",
                 *           "minutes": 12,
                 *           "source": "Help desk log, 2025-26",
                 *           "sourceDate": "2026-06-30"
                 *         },
                 *         {
                 *           "kind": "other",
                 *           "minutes": 12,
                 *           "source": "Help desk log, 2025-26",
                 *           "sourceDate": "2026-06-30"
                 *         },
                 *         {
                 *           "kind": "chromebook",
                 *           "per": "open_repair",
                 *           "minutes": 45,
                 *           "source": "Help desk log, 2025-26",
                 *           "sourceDate": "2026-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WeightsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description True for open sweeps. */
                open?: boolean;
                /** @description Code of a site. */
                site?: string;
                sort?: "begunAt" | "-begunAt";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site": "ADAMS",
                 *       "room": "Room 12",
                 *       "name": "Spring inventory"
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "moves": true,
                 *       "note": "Room 12 is complete.",
                 *       "signature": {
                 *         "name": "Pat Doe"
                 *       }
                 *     }
                 */
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
                    "application/json": components["schemas"]["ClosedSweep"];
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                result?: "verified" | "misplaced" | "not_seen" | "missing" | "unknown" | "retired";
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
                format: "csv" | "pdf" | "xlsx";
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
    SweepsController_signature: {
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
                    "image/png": string;
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description A room is due if its last sweep was closed at least this many months ago, or if it never had a sweep. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "prefix" | "-prefix";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "prefix": "IUSD-",
                 *       "digits": 6,
                 *       "from": 5000
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`, which is the order in which they were reserved. */
                sort?: "id" | "-id";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "count": 30
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`, which is the order in which they were added. */
                sort?: "id" | "-id";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sam Chen",
                 *       "homeSite": "ADAMS",
                 *       "startsOn": "2026-08-01",
                 *       "weekdays": [
                 *         1,
                 *         2,
                 *         3,
                 *         4,
                 *         5
                 *       ],
                 *       "skills": [
                 *         "networks"
                 *       ],
                 *       "languages": [
                 *         "es"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewTechnicianBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "weekdays": [
                 *         1,
                 *         2,
                 *         3
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TechnicianChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description First and last day on which the entries began, in the district's time zone. */
                from?: string;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Code of a site. */
                site?: string;
                sort?: "startsAt" | "-startsAt";
                technicianId?: string;
                /** @description A date, `YYYY-MM-DD`. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "site": "ADAMS",
                 *       "startsAt": "2026-03-02T16:00:00Z",
                 *       "endsAt": "2026-03-02T17:30:00Z",
                 *       "work": "support",
                 *       "note": "Set up Cart 3"
                 *     }
                 */
                "application/json": components["schemas"]["NewTimeEntryBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /**
                 * @example {
                 *       "endsAt": "2026-03-02T18:00:00Z",
                 *       "reason": "I forgot the last half hour."
                 *     }
                 */
                "application/json": components["schemas"]["TimeCorrectionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entries": [
                 *         {
                 *           "id": "01931f00-0000-7000-8000-000000000003",
                 *           "version": 1
                 *         }
                 *       ]
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`, which is the order in which they were created. */
                sort?: "id" | "-id";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Nightly export",
                 *       "expiresAt": "2030-06-30T00:00:00Z",
                 *       "scopes": [
                 *         "devices:read"
                 *       ]
                 *     }
                 */
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "code" | "-code";
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "IUSD-004999",
                 *       "deviceId": "01931f00-0000-7000-8000-000000000001"
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "IUSD-004999",
                 *       "note": "This is the bar code of a book."
                 *     }
                 */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "IUSD-004999"
                 *     }
                 */
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
    VendorDeskController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "sequence" | "-sequence";
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
                    "application/json": components["schemas"]["PageOfDeskBatchView"];
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
    VendorDeskController_file: {
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
                    "application/json": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                    "text/plain": string;
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
    VendorClaimsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description Whether a promised time is over. */
                late?: boolean;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Whether the claim waits for an end: it is neither resolved, denied, closed nor cancelled. */
                open?: boolean;
                /** @description A part of the claim number, serial number, reference or RMA. */
                q?: string;
                /** @description By `clock`: first the claims that must be answered first. By `number`: in the order in which they were opened. */
                sort?: "clock" | "-clock" | "number" | "-number";
                /** @description One state, or several with commas between them. */
                state?: ("sent" | "acknowledged" | "in_progress" | "waiting" | "resolved" | "denied" | "closed" | "cancelled")[];
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
                    "application/json": components["schemas"]["PageOfDeskClaimView"];
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
    VendorClaimsController_find: {
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
                    "application/json": components["schemas"]["DeskClaimDetail"];
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
    VendorClaimsController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
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
    VendorClaimsController_listMessages: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`, which is the order in which they were written. */
                sort?: "id" | "-id";
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
                    "application/json": components["schemas"]["PageOfClaimMessageView"];
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
    VendorClaimsController_write: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The part comes on Friday."
                 *     }
                 */
                "application/json": components["schemas"]["ClaimMessageBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimMessageView"];
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
    VendorClaimsController_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": [
                 *         {
                 *           "claim": "019a0000-0000-7000-8000-000000000001",
                 *           "step": "acknowledge",
                 *           "rma": "RMA-8801"
                 *         },
                 *         {
                 *           "claim": "019a0000-0000-7000-8000-000000000002",
                 *           "step": "resolve",
                 *           "outcome": "repaired"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeskAnswersBody"];
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
                        results: components["schemas"]["DeskAnswerResult"][];
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
    VendorRepliesController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "createdAt" | "-createdAt";
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
                    "application/json": components["schemas"]["PageOfDeskUploadView"];
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
    VendorRepliesController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    kind: "claim-replies";
                    /** @description The name of a mapping, or a mapping as JSON. */
                    mapping?: string;
                    /**
                     * @default rehearse
                     * @enum {string}
                     */
                    mode?: "rehearse" | "commit";
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
                    "application/json": components["schemas"]["DeskUploadDetail"];
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
    VendorRepliesController_find: {
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
                    "application/json": components["schemas"]["DeskUploadDetail"];
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
    VendorRepliesController_commit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
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
                    "application/json": components["schemas"]["DeskUploadDetail"];
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
    VendorRepliesController_errors: {
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
    VendorRepliesController_rows: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
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
    VendorDeskController_scorecard: {
        parameters: {
            query?: {
                /** @description A quarter of the calendar year, such as `2026-Q3`. By default, the last eight quarters. */
                quarter?: string;
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
                    "application/json": components["schemas"]["Scorecard"];
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
    VendorsController_list: {
        parameters: {
            query?: {
                /** @description `true` for vendors that the district deals with, `false` for the others. */
                active?: boolean;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Only vendors with this role. */
                role?: "manufacturer" | "reseller" | "insurer" | "depot" | "recycler" | "lessor";
                sort?: "name" | "-name";
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
                    "application/json": components["schemas"]["PageOfVendorView"];
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
    VendorsController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "valley-depot",
                 *       "name": "Valley Depot Repair",
                 *       "roles": [
                 *         "depot"
                 *       ],
                 *       "timeZone": "America/Los_Angeles",
                 *       "hours": [
                 *         {
                 *           "weekday": 1,
                 *           "opens": "08:00",
                 *           "closes": "12:00"
                 *         },
                 *         {
                 *           "weekday": 1,
                 *           "opens": "13:00",
                 *           "closes": "17:00"
                 *         },
                 *         {
                 *           "weekday": 2,
                 *           "opens": "08:00",
                 *           "closes": "17:00"
                 *         }
                 *       ],
                 *       "closedOn": [
                 *         "2026-12-25"
                 *       ],
                 *       "acknowledgeWithinHours": 8,
                 *       "resolveWithinHours": 45,
                 *       "contacts": [
                 *         {
                 *           "level": 1,
                 *           "name": "Ann Lee",
                 *           "email": "ann.lee@valleydepot.example",
                 *           "phone": "559-555-0117"
                 *         }
                 *       ],
                 *       "layout": "depot-rma",
                 *       "delivery": {
                 *         "by": "email",
                 *         "to": [
                 *           "rma@valleydepot.example"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewVendorBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
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
    VendorsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
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
    VendorsController_change: {
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
                /**
                 * @example {
                 *       "closedOn": [
                 *         "2026-11-26",
                 *         "2026-12-25"
                 *       ],
                 *       "isActive": true
                 *     }
                 */
                "application/json": components["schemas"]["VendorChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorView"];
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
    VendorPeopleController_listAccounts: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                sort?: "email" | "-email";
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
                    "application/json": components["schemas"]["PageOfVendorAccountView"];
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
    VendorPeopleController_changeAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match": string;
            };
            path: {
                accountId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "disabled": true
                 *     }
                 */
                "application/json": components["schemas"]["VendorAccountChangeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorAccountView"];
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
    ChecklistsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistView"];
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
    ChecklistsController_put: {
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
                /**
                 * @example {
                 *       "points": [
                 *         {
                 *           "key": "management-lock",
                 *           "kind": "management_lock",
                 *           "label": "The management lock is off."
                 *         },
                 *         {
                 *           "key": "asset-label",
                 *           "label": "The asset label is covered."
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChecklistBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecklistView"];
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
    ClaimTermsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimTermsView"];
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
    ClaimTermsController_put: {
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
                /**
                 * @example {
                 *       "partBackDays": 10,
                 *       "rmaDays": 30,
                 *       "quoteDays": 14,
                 *       "boxSlots": 10
                 *     }
                 */
                "application/json": components["schemas"]["ClaimTermsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimTermsView"];
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
    VendorDeliveriesController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorDeliveryView"];
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
    VendorDeliveriesController_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "layout": "valley-depot-sheet",
                 *       "delivery": {
                 *         "by": "sftp",
                 *         "host": "sftp.valleydepot.example",
                 *         "username": "iusd",
                 *         "folder": "inbox",
                 *         "hostKey": "SHA256:uNiVztksCsDhcc0u9e8BrqLjzQ0Nw8F9L0DPsKG3dEU",
                 *         "password": "the password of the account"
                 *       },
                 *       "schedule": {
                 *         "weekdays": [
                 *           1,
                 *           2,
                 *           3,
                 *           4,
                 *           5
                 *         ],
                 *         "at": "16:00"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["VendorDeliveryBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorDeliveryView"];
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
    VendorDesksController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorDeskView"];
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
    VendorDesksController_change: {
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
                /**
                 * @example {
                 *       "showsAssetTags": true,
                 *       "showsContacts": true
                 *     }
                 */
                "application/json": components["schemas"]["VendorDeskBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorDeskView"];
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
    VendorPeopleController_invitations: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description `true` for invitations that the person can still accept, `false` for the others. */
                open?: boolean;
                /** @description Sorted by `id`, which is the order in which people were invited. */
                sort?: "id" | "-id";
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
                    "application/json": components["schemas"]["PageOfVendorInvitationView"];
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
    VendorPeopleController_invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kim.tran@valleydepot.example",
                 *       "name": "Kim Tran"
                 *     }
                 */
                "application/json": components["schemas"]["VendorInvitationBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorInvitationView"];
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
    VendorPeopleController_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
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
    VendorPeopleController_remind: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                invitationId: string;
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
                    "application/json": components["schemas"]["VendorInvitationView"];
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
    VendorPeopleController_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                invitationId: string;
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
                    "application/json": components["schemas"]["VendorInvitationView"];
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
    ReplyWordsController_find: {
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
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyWordsView"];
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
    ReplyWordsController_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you read, or `*` to change any version. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "words": [
                 *         {
                 *           "word": "On the bench",
                 *           "meaning": "in_progress"
                 *         },
                 *         {
                 *           "word": "Shipped back",
                 *           "meaning": "resolved",
                 *           "outcome": "repaired"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReplyWordsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyWordsChanged"];
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
    ReplyWordsController_addReadyMade: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "dell"
                 *     }
                 */
                "application/json": components["schemas"]["ReadyMadeWordsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    /** @description The version of the record, to send back in `If-Match`. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyWordsChanged"];
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
    BadLotsController_rates: {
        parameters: {
            query?: {
                /** @description The most lots to show. Bad lots come first, and then those that fail most. */
                limit?: number;
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
                    "application/json": components["schemas"]["LotRates"];
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
    BadLotsController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by the day by which claims must be made. */
                sort?: "claimBy" | "-claimBy";
                state?: "open" | "handled";
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
                    "application/json": components["schemas"]["PageOfBadLotView"];
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
    BadLotsController_find: {
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
                    "application/json": components["schemas"]["BadLotDetail"];
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
    BadLotsController_devices: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Sorted by `id`. */
                sort?: "id" | "-id";
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
                    "application/json": components["schemas"]["PageOfBadLotDevice"];
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
    BadLotsController_step: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "handle",
                 *       "note": "Lenovo repairs all 240 hinges before June."
                 *     }
                 */
                "application/json": components["schemas"]["BadLotStepBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadLotDetail"];
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
    WarrantyFiguresController_list: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description Claims that were opened on this day or later. */
                from?: string;
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Code of the site where the device is now. */
                site?: string;
                /** @description Sorted by the number of the claim. */
                sort?: "number" | "-number";
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
                    "application/json": components["schemas"]["PageOfMissedCoverage"];
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
    WarrantyFiguresController_repairs: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
                limit?: number;
                /** @description Code of the site where the device is now. */
                site?: string;
                /** @description Sorted by `id` of the device. */
                sort?: "id" | "-id";
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
                    "application/json": components["schemas"]["PageOfUnclaimedRepair"];
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
    WarrantyFiguresController_totals: {
        parameters: {
            query?: {
                /** @description Claims that were opened on this day or later. */
                from?: string;
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
                    "application/json": components["schemas"]["MissedTotals"];
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
    WarrantyFiguresController_scorecard: {
        parameters: {
            query?: {
                /** @description A quarter of the calendar year, such as `2026-Q3`. By default, the last eight quarters. */
                quarter?: string;
                /** @description Key of a vendor. By default, all vendors. */
                vendor?: string;
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
                    "application/json": components["schemas"]["Scorecard"];
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
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
                format?: "csv" | "xlsx" | "pdf";
                /** @description The largest number of rows to return, from 1 to 200. */
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
                /** @description A key of your choice. If you send the same request again with the same key, Rollcall does nothing and sends the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "cart-repair",
                 *       "name": "Cart repair"
                 *     }
                 */
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
