package import PostgreSQL

/// Gives accounts to tests that need their numbers alone.
package func addStaffRows(_ numbers: ClosedRange<Int32>, to database: Database) async throws {
    try await database.write { session in
        for number in numbers {
            try session.execute(
                """
                INSERT INTO staff_account (id, login, name, role, language, password_hash, must_change_password,
                    totp_required, created_at)
                OVERRIDING SYSTEM VALUE
                VALUES (\(number), \("account\(number)"), \("Konto \(number)"), 'coordinator', 'pl', '$argon2id$none', false,
                    false, now())
                """
            )
        }
    }
}
