import Reports
import Testing

struct MaskingTests {
    @Test(arguments: [
        ("Proszę pisać na jan.k@example.org.", "Proszę pisać na [e-mail]."),
        ("(jan_k+droga@poczta.example.org)", "([e-mail])"), ("e-mail:JAN@EXAMPLE.ORG", "e-mail:[e-mail]"),
        ("żółw@łódź.example", "[e-mail]"), ("zażółć.gęślą@example.org, dziękuję", "[e-mail], dziękuję"),
        ("jan (at) example.org", "[e-mail]"), ("jan[at]example[dot]org", "[e-mail]"),
        ("jan(AT)example.org", "[e-mail]"), ("jan {at} example (kropka) org", "[e-mail]"),
        ("jan małpa example.org", "[e-mail]"), ("jan (małpa) example kropka org!", "[e-mail]!"),
        ("jan @ example.org", "[e-mail]"), ("jan＠example.org", "[e-mail]"), ("jan@example,org", "[e-mail]"),
        ("a@example.org b@example.org;c@example.org", "[e-mail] [e-mail];[e-mail]"),
        ("mailto:jan@sub.domain.example.org?x", "mailto:[e-mail]?x"),
        ("jan@example.org500600700", "[e-mail]"), ("500600700@example.org", "[e-mail]"),
    ])
    func `addresses of e-mail are hidden`(text: String, masked: String) {
        #expect(Masking.masked(text) == masked)
    }

    @Test(arguments: [
        ("Mój numer: 500600700", "Mój numer: [tel.]"), ("tel. 500 600 700, po 16", "tel. [tel.], po 16"),
        ("500-600-700", "[tel.]"), ("500.600.700", "[tel.]"), ("tel500600700", "tel[tel.]"),
        ("500 600 700 lub 601-602-603", "[tel.] lub [tel.]"), ("500600700/601602603", "[tel.]/[tel.]"),
        ("+48 500 600 700", "[tel.]"), ("+48500600700.", "[tel.]."), ("(+48) 500 600 700", "[tel.]"),
        ("0048 500 600 700", "[tel.]"), ("0048500600700", "[tel.]"), ("00 48 500 600 700", "[tel.]"),
        ("48 500 600 700", "[tel.]"), ("48500600700", "[tel.]"), ("+48-500-600-700", "[tel.]"),
        ("500 600700", "[tel.]"), ("500 60 07 00", "[tel.]"), ("500  600  700", "[tel.]"),
        ("12 616 55 55", "[tel.]"), ("(12) 616 55 55", "[tel.]"), ("(012) 616-55-55", "[tel.]"),
        ("012 616 55 55", "[tel.]"), ("0-12 616-55-55", "[tel.]"), ("12/616-55-55", "[tel.]"),
        ("12 6165555", "[tel.]"), ("126165555", "[tel.]"), ("12 616 5555", "[tel.]"),
        ("12-61-65-555", "[tel.]"), ("+48 12 616 55 55", "[tel.]"), ("+48 (12) 616 55 55", "[tel.]"),
        ("22.616.55.55", "[tel.]"), ("0500 600 700", "[tel.]"), ("0126165555", "[tel.]"),
        ("+380 44 123 45 67", "[tel.]"), ("+44 20 7946 0958", "[tel.]"), ("+1 (202) 555-0123", "[tel.]"),
        ("0049 30 901820", "[tel.]"), ("+420601602603", "[tel.]"), ("+ 48 500 600 700", "[tel.]"),
        ("tel. 616 55 55", "tel. [tel.]"), ("Telefon kontaktowy: 6165555", "Telefon kontaktowy: [tel.]"),
        ("proszę dzwonić pod nr 616-55-55", "proszę dzwonić pod nr [tel.]"),
        ("５００６００７００", "[tel.]"), ("500\u{A0}600\u{A0}700", "[tel.]"), ("500\u{200B}600700", "[tel.]"),
        ("500–600–700", "[tel.]"), ("Długa 5, 31-004 Kraków, 500 600 700", "Długa 5, 31-004 Kraków, [tel.]"),
        ("31-004 500 600 700", "31-004 [tel.]"), ("12.30 500 600 700", "12.30 [tel.]"),
        ("od 7:00 500 600 700", "od 7:00 [tel.]"), ("500 600 700+48 601 602 603", "[tel.][tel.]"),
    ])
    func `telephone numbers are hidden`(text: String, masked: String) {
        #expect(Masking.masked(text) == masked)
    }

    @Test(arguments: [
        // Made up: the first days of the calendars, with the right check digit or a wrong one.
        ("PESEL 00210100004", "PESEL [PESEL]"), ("00210100004", "[PESEL]"), ("002101 00004", "[PESEL]"),
        ("00 21 01 00004", "[PESEL]"), ("0021-0100-004", "[PESEL]"), ("99010100006", "[PESEL]"),
        ("99999999999", "[PESEL]"), ("nr00210100004a", "nr[PESEL]a"),
        ("11 1111 1111 1111 1111 1111 1111", "[nr konta]"), ("11111111111111111111111111", "[nr konta]"),
        ("konto PL11 1111 1111 1111 1111 1111 1111.", "konto [nr konta]."),
        ("PL11111111111111111111111111", "[nr konta]"), ("DE11 1111 1111 1111 1111 11", "[nr konta]"),
        ("1111 2222 3333 4444", "[nr]"), ("1111222233334444", "[nr]"), ("123456789012", "[nr]"),
        ("1234567890", "[nr]"),
    ])
    func `numbers of persons and accounts are hidden`(text: String, masked: String) {
        #expect(Masking.masked(text) == masked)
    }

    @Test(arguments: [
        ("Auto KR 1AB23 stoi na chodniku", "Auto [nr rej.] stoi na chodniku"), ("kr12345", "[nr rej.]"),
        ("KRA 4521C", "[nr rej.]"), ("KRA4521C", "[nr rej.]"), ("KR-12345", "[nr rej.]"),
        ("KR 12345", "[nr rej.]"), ("kr 12345", "[nr rej.]"), ("Kr 1ab23", "[nr rej.]"),
        ("KK 5AB12,", "[nr rej.],"), ("kk5ab12", "[nr rej.]"), ("KR 123 AB", "[nr rej.]"),
        ("KWI 12A3", "[nr rej.]"), ("KMY 1A23", "[nr rej.]"), ("KNS A123", "[nr rej.]"),
        ("WA 1234A", "[nr rej.]"), ("WPR12345", "[nr rej.]"), ("SK 123AB", "[nr rej.]"),
        ("K1 ABC", "[nr rej.]"), ("K1ABCD", "[nr rej.]"), ("K0 TEST", "[nr rej.]"),
        ("PO1AB23", "[nr rej.]"), ("nr rej. PO 12345", "nr rej. [nr rej.]"),
        ("o nr rejestracyjnym s1 abc", "o nr rejestracyjnym [nr rej.]"),
        ("tablica rejestracyjna lub 12a3", "tablica rejestracyjna [nr rej.]"),
        ("(KR12345)", "([nr rej.])"), ("KR12345/KRA4521C", "[nr rej.]/[nr rej.]"),
        ("„KR 12345”", "„[nr rej.]”"), ("BMW KR12345 i Audi KR 1AB23", "BMW [nr rej.] i Audi [nr rej.]"),
        ("KR 1234", "[nr rej.]"), ("dw 1ab23", "[nr rej.]"), ("KR\u{A0}1AB23", "[nr rej.]"),
    ])
    func `plates of vehicles are hidden`(text: String, masked: String) {
        #expect(Masking.masked(text) == masked)
    }

    @Test func `everything is hidden, however often it comes`() {
        #expect(
            Masking.masked("KR 1AB23 blokuje wjazd, dzwonić: 500 600 700 albo jan@example.org, 500 600 700!")
                == "[nr rej.] blokuje wjazd, dzwonić: [tel.] albo [e-mail], [tel.]!"
        )
    }
}
