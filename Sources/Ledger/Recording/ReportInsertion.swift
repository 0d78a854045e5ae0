import Formats
import Geography
import PostgreSQL
import Reports

/// The statement that takes a report in: number, row, first event, contact and the memory of the request.
///
/// One statement, so that taking a report in costs one trip to the database besides BEGIN and COMMIT.
struct ReportInsertion {
    let draft: ReportDraft
    let numberPrefix: String
    let timeZone: String

    private var new: NewReport { draft.new }
    private var id: ReportIdentifier { draft.id }
    private var memory: (request: NamedRequest, answer: String)? { draft.memory }

    /// Answers one row with the number; none if the request's name is known already.
    ///
    /// Whoever inserts a name second waits for the first to commit, so any number of senders at once make one report.
    var statement: SQL {
        var parts: [SQL] = []
        if let memory {
            parts.append(
                """
                claimed AS (
                    INSERT INTO remembered_request (name, content, report_id, answer, at)
                    VALUES (\(memory.request.name), \(memory.request.content), \(id.uuid), \(memory.answer), now())
                    ON CONFLICT DO NOTHING RETURNING true
                )
                """
            )
        }
        parts.append(drawn)
        parts.append(taken)
        parts.append(told)
        if new.contact != nil { parts.append(reached) }
        if let sender = new.sender { parts.append(sent(by: sender)) }
        return "WITH \(SQL.joined(parts, separator: ", ")) SELECT number FROM taken"
    }

    private var drawn: SQL {
        let condition: SQL = memory == nil ? "" : " WHERE EXISTS (SELECT FROM claimed)"
        return """
            drawn AS (
                SELECT year, next_report_serial(year)::text AS serial
                FROM (SELECT extract(year FROM \(new.created) AT TIME ZONE \(timeZone))::integer AS year\(condition)) AS local
            )
            """
    }

    private var version: Int32 { Int32(clamping: draft.version) }

    private var taken: SQL {
        let place = new.placement
        return """
            taken AS (
                INSERT INTO report (
                    id, number, kind, category, status, description, public_description, address, public_address,
                    channel, answers, precision_m, lon, lat, east, north, morton, district, unit,
                    first_action_due, closure_due, created_at, updated_at, closed_at, version,
                    city_version, rule, placement, needs_review,
                    said_same_as, said_different_from, external_source, external_id,
                    leader_id, suggested_id, suggested_likeness, media_link, urgent)
                SELECT \(id.uuid), \(numberPrefix) || '-' || year || '-' || lpad(serial, greatest(6, length(serial)), '0'),
                    \(new.kind), \(new.category), \(new.status), \(new.words.description),
                    \(new.words.differingDescription), \(new.words.address), \(new.words.differingAddress),
                    \(new.channel), \(JSONText(answers: new.answers)), \(new.precision),
                    \(place.coordinate.longitude), \(place.coordinate.latitude), \(place.metres.x), \(place.metres.y),
                    \(MortonKey(place.coordinate).rawValue), \(place.district), \(place.unit),
                    \(new.due.firstAction), \(new.due.closure),
                    \(new.created), \(new.created), \(new.status.isOpen ? nil : new.created), \(version),
                    \(place.grounds.map { Int32(clamping: $0.cityVersion) }),
                    \(place.grounds?.rule), \(place.grounds?.jsonb), \(place.grounds?.needsReview ?? false),
                    \(new.sameAs?.uuid), \(new.differentFrom.isEmpty ? nil : new.differentFrom.map(\.uuid)),
                    \(new.origin?.source), \(new.origin?.id),
                    \(draft.link?.leader), \(draft.link?.suggestion?.leader), \(draft.link?.suggestion?.likeness),
                    \(new.mediaLink), \(new.isUrgent)
                FROM drawn
                RETURNING id, number
            )
            """
    }

    /// What has happened already: it was received, brought where it stands, linked.
    private var told: SQL {
        let role: Actor =
            new.origin.map { Actor(.importer, name: $0.source, through: new.actor.door) } ?? new.actor
        let nothing = JSONText?.none
        var rows: [SQL] = [
            "(1, 'received', NULL, \(ReportStatus.received), \(role.columns), true, \(nothing))"
        ]
        if new.status != .received {
            // Another system says where it stands, or else the city's rules do.
            let judge = new.origin == nil ? Actor.system : role
            rows.append(
                "(2, 'status', \(ReportStatus.received), \(new.status), \(judge.columns), true, \(nothing))"
            )
        }
        if let link = draft.link {
            let isSuggestion = link.suggestion != nil
            let what: EventKind = isSuggestion ? .suggested : .linked
            let actor = isSuggestion ? Actor(.system) : role
            let details = JSONText(utf8: link.details)
            rows.append(
                """
                (\(version), \(what), \(new.status), \(new.status), \(actor.columns), \(!isSuggestion), \(details))
                """
            )
        }
        return """
            told AS (
                INSERT INTO report_event
                    (report_id, version, what, from_status, status, at, actor, actor_name, staff, origin, is_public, details)
                SELECT id, event.version, what, from_status, status, \(new.created), actor, actor_name, staff, origin, is_public,
                    details
                FROM taken, (VALUES \(SQL.joined(rows, separator: ", ")))
                    AS event (version, what, from_status, status, actor, actor_name, staff, origin, is_public, details)
            )
            """
    }

    private func sent(by sender: ReportSender) -> SQL {
        """
        sent AS (
            INSERT INTO report_sender (report_id, sender, fingerprint, at)
            SELECT id, \(sender.sender), \(sender.fingerprint), \(new.created) FROM taken
        )
        """
    }

    private var reached: SQL {
        let contact = new.contact
        return """
            reached AS (
                INSERT INTO report_contact (report_id, first_name, last_name, email, phone, by_email, by_sms)
                SELECT id, \(contact?.firstName), \(contact?.lastName), \(contact?.email), \(contact?.phone),
                    \(contact?.consents.email ?? false), \(contact?.consents.sms ?? false) FROM taken
            )
            """
    }
}
