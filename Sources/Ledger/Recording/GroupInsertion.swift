import Formats
import Geography
import PostgreSQL
import Reports

/// The statement that takes several plain reports in at once: what `ReportInsertion` does for one.
///
/// Each column is one array, so the text is the same for any number of reports and is prepared once.
struct GroupInsertion {
    let drafts: [ReportDraft]
    let numberPrefix: String
    let timeZone: String

    /// Answers a row with identifier and number for each report that is taken; those whose requests are known are not.
    ///
    /// Names are claimed in their order, so that two groups with the same ones never wait for each other.
    var statement: SQL {
        """
        WITH \(sent), claimed AS (
            INSERT INTO remembered_request (name, content, report_id, answer, at)
            SELECT name, content, id, remembered, now() FROM (
                SELECT substr(\(digests(\.name)), (nth::integer - 1) * 32 + 1, 32) AS name,
                    substr(\(digests(\.content)), (nth::integer - 1) * 32 + 1, 32) AS content, id, remembered
                FROM sent WHERE remembered IS NOT NULL
            ) AS named ORDER BY name
            ON CONFLICT DO NOTHING RETURNING report_id
        ), \(taken), told AS (
            INSERT INTO report_event
                (report_id, version, what, from_status, status, at, actor, actor_name, staff, origin, is_public, details)
            SELECT id, 1, \(EventKind.received), NULL, status, created_at, actor, actor_name, staff, door, true, NULL
            FROM taken JOIN sent USING (id)
            UNION ALL
            SELECT id, 2, \(EventKind.suggested), status, status, created_at, \(ActorRole.system), NULL, NULL, NULL, false,
                suggestion::jsonb
            FROM taken JOIN sent USING (id) WHERE suggestion IS NOT NULL
        ), signed AS (
            INSERT INTO report_sender (report_id, sender, fingerprint, at)
            SELECT id, sender, fingerprint, created FROM sent JOIN taken USING (id) WHERE sender IS NOT NULL
        ), reached AS (
            INSERT INTO report_contact (report_id, first_name, last_name, email, phone, by_email, by_sms)
            SELECT id, first_name, last_name, email, phone, by_email, by_sms FROM sent JOIN taken USING (id)
            WHERE by_email IS NOT NULL
        )
        SELECT id, number FROM taken
        """
    }

    private var sent: SQL {
        """
        sent AS (
            SELECT sent.*, extract(year FROM created AT TIME ZONE \(timeZone))::integer AS year FROM unnest(
                \(list { $0.id.uuid }), \(list { $0.memory?.answer }),
                \(list { $0.new.kind.rawValue }), \(list { $0.new.category }), \(list { $0.new.words.description }),
                \(list { $0.new.words.differingDescription }), \(list { $0.new.words.address }),
                \(list { $0.new.words.differingAddress }), \(list { $0.new.channel.rawValue }),
                \(list { JSONText(answers: $0.new.answers).map { String(decoding: $0.utf8, as: UTF8.self) } }),
                \(list { $0.new.precision }), \(list { $0.new.placement.coordinate.longitude }),
                \(list { $0.new.placement.coordinate.latitude }), \(list { $0.new.placement.metres.x }),
                \(list { $0.new.placement.metres.y }), \(list { MortonKey($0.new.placement.coordinate).rawValue }),
                \(list { $0.new.placement.district }), \(list { $0.new.placement.unit }),
                \(list { $0.new.due.firstAction }), \(list { $0.new.due.closure }), \(list { $0.new.created }),
                \(list { $0.new.placement.grounds.map { Int32(clamping: $0.cityVersion) } }),
                \(list { $0.new.placement.grounds?.rule }), \(list { $0.new.placement.grounds?.facts }),
                \(list { $0.new.placement.grounds?.needsReview ?? false }),
                \(list { $0.new.sender?.sender }), \(list { $0.new.sender?.fingerprint }),
                \(list { $0.link?.suggestion?.leader }), \(list { $0.link?.suggestion?.likeness }),
                \(list { draft in draft.link.map { String(decoding: $0.details, as: UTF8.self) } }),
                \(list { $0.new.contact?.firstName }), \(list { $0.new.contact?.lastName }),
                \(list { $0.new.contact?.email }), \(list { $0.new.contact?.phone }),
                \(list { $0.new.contact?.consents.email }), \(list { $0.new.contact?.consents.sms }),
                \(list { $0.new.mediaLink }), \(list { $0.new.actor.role.rawValue }), \(list { $0.new.actor.name }),
                \(list { $0.new.actor.staff.map { Int32(clamping: $0) } }), \(list { $0.new.actor.door?.rawValue })
            ) WITH ORDINALITY AS sent (
                id, remembered, kind, category, description, public_description, address, public_address, channel,
                answers, precision_m, lon, lat, east, north, morton, district, unit, first_action_due, closure_due,
                created, city_version, rule, placement, needs_review, sender, fingerprint, suggested_id, suggested_likeness,
                suggestion, first_name, last_name, email, phone,
                by_email, by_sms, media_link, actor, actor_name, staff, door, nth)
        )
        """
    }

    private var taken: SQL {
        """
        taken AS (
            INSERT INTO report (
                id, number, kind, category, status, description, public_description, address, public_address,
                channel, answers, precision_m, lon, lat, east, north, morton, district, unit,
                first_action_due, closure_due, created_at, updated_at, version,
                city_version, rule, placement, needs_review, suggested_id, suggested_likeness, media_link)
            SELECT id, \(numberPrefix) || '-' || year || '-' || lpad(serial, greatest(6, length(serial)), '0'), kind,
                category, \(ReportStatus.received), description, public_description, address, public_address,
                channel, answers::jsonb, precision_m, lon, lat, east, north, morton, district, unit,
                first_action_due, closure_due, created, created,
                CASE WHEN suggestion IS NULL THEN 1 ELSE 2 END,
                city_version, rule, placement::jsonb, needs_review, suggested_id, suggested_likeness, media_link
            FROM (
                SELECT *, next_report_serial(year)::text AS serial FROM sent
                WHERE remembered IS NULL OR id IN (SELECT report_id FROM claimed)
            ) AS drawn
            RETURNING id, number, status, created_at
        )
        """
    }

    private func list<Value>(_ value: (ReportDraft) -> Value) -> [Value] {
        drafts.map(value)
    }

    /// The digests of all, 32 bytes each, one after the other; zeros for a request that has no name.
    private func digests(_ part: (NamedRequest) -> [UInt8]) -> [UInt8] {
        drafts.flatMap { $0.memory.map { part($0.request) } ?? [UInt8](repeating: 0, count: 32) }
    }
}
