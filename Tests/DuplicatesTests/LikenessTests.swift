import Duplicates
import Formats
import Reports
import Testing

/// What speaks for one matter, and what against it.
struct LikenessTests {
    /// Written twice by different people.
    @Test(arguments: [
        ("Latarnia nr 12 przy szkole nie świeci", "nie dziala lampa 12 kolo szkoly, ciemno", "road.light"),
        (
            "Nie świeci latarnia przy przystanku Salwator", "Лампа біля зупинки Salwator не світить",
            "road.light"
        ),
        (
            "Duża dziura w jezdni przed blokiem 4", "A huge hole in the road in front of block 4",
            "road.pothole"
        ),
        (
            "Wrak czerwonego fiata bez kół pod garażami", "czerwony fiat stoi na cegłach za garażami",
            "order.wreck"
        ),
        ("Porzucony opel KR 1AB23", "opel, tablice KR1AB23, stoi od roku", "order.wreck"),
        ("Przepełniony kosz przy Żabce", "kosz pod zabka pelny smieci leza obok", "waste.bin"),
        ("Złamana huśtawka na placu zabaw", "hustawka zlamana, zerwany lancuch", "green.playground"),
    ])
    func `what two people say of one thing is the same or perhaps the same`(
        _ pair: (old: String, new: String, category: String)
    ) throws {
        let comparer = try Comparing.comparer
        let likeness = try comparer.likeness(
            of: Written(pair.new, pair.category, east: 8, days: 0.5),
            to: Written(pair.old, pair.category)
        )
        #expect(likeness.decision != .different, "\(likeness.value)")
        #expect(likeness.value > 0.3)
    }

    /// Of one category, near each other, and two things.
    @Test(arguments: [
        ("Latarnia 12 nie świeci", "Latarnia 15 nie świeci", "road.light", Evidence.otherNumber),
        ("Dziura przy ul. Długiej 4", "Dziura przy ul. Długiej 11", "road.pothole", .otherHouse),
        ("dziura przed blokiem sześć", "dziura przed blokiem dwadzieścia dwa", "road.pothole", .otherHouse),
        ("Zapadnięty chodnik, klatka B", "Zapadnięty chodnik, klatka D", "road.pavement", .otherNumber),
        ("Czerwony opel bez kół", "Niebieski opel bez kół", "order.wreck", .otherTrait),
        ("Wrak, tablice KR 1AB23", "Wrak, tablice KR 9XY87", "order.wreck", .otherPlate),
        ("Dziura przed mostkiem", "Dziura za mostkiem", "road.bike", .otherTrait),
        ("Kosz przy aptece pełny", "Kosz przy szkole pełny", "waste.bin", .otherPlace),
        ("Kosz w stronę centrum", "Kosz w stronę Mistrzejowic", "waste.bin", .otherTrait),
        ("Dziura, lewy pas", "Dziura, prawy pas", "road.pothole", .otherTrait),
        ("Złamana huśtawka", "Złamana zjeżdżalnia", "green.playground", .otherTrait),
    ])
    func `what differs in one word is never the same to a machine`(
        _ pair: (old: String, new: String, category: String, heard: Evidence)
    ) throws {
        let comparer = try Comparing.comparer
        let likeness = try comparer.likeness(
            of: Written(pair.new, pair.category, east: 20),
            to: Written(pair.old, pair.category)
        )
        #expect(likeness.evidence[pair.heard] > 0)
        #expect(likeness.decision != .same, "\(likeness.value)")
    }

    @Test func `numbers that count or tell the time tell no lamps apart`() throws {
        let comparer = try Comparing.comparer
        let likeness = try comparer.likeness(
            of: Written("Latarnia 12 nie świeci od 5 dni, dzwoniłem 2 razy o 14:30, 12.03 i w 2025"),
            to: Written("Latarnia 12 nie świeci od 3 tygodni, sprawdzałem o 7:15")
        )
        #expect(likeness.evidence[.sameNumber] == 1)
        #expect(likeness.evidence[.otherNumber] + likeness.evidence[.otherHouse] == 0)
    }

    @Test func `the same words are less alike the farther away they are`() throws {
        let comparer = try Comparing.comparer
        let old = Written("Latarnia przy szkole nie świeci")
        let values = try [0, 10, 20, 40, 80, 140].map { metres in
            try comparer.likeness(of: Written(old.text, east: metres), to: old).value
        }
        #expect(values == values.sorted(by: >))
        #expect(values[0] > 0.7)
        #expect(values[5] < 0.2)
    }

    @Test
    func
        `what was closed is at most perhaps the same, and a bin that was emptied last week is another matter`()
        throws
    {
        let comparer = try Comparing.comparer
        for (category, later, decision) in [
            ("road.pothole", 2.0, Sameness.perhaps), ("waste.bin", 7.0, .different),
            ("road.light", 30.0, .different),
        ] {
            let old = Written("Kosz, dziura i lampa nr 12", category).with { $0.closedAfter = 1 }
            let new = Written(old.text, category, days: 1 + later)
            let likeness = try comparer.likeness(of: new, to: old)
            #expect(likeness.evidence[.closed] == 1)
            #expect(likeness.decision != .same)
            if decision == .different { #expect(likeness.decision == .different, "\(category)") }
        }
        let open = try comparer.likeness(
            of: Written("Kosz przy Żabce pełny", "waste.bin", days: 0.2),
            to: Written("Kosz przy Żabce pełny", "waste.bin")
        )
        #expect(open.decision == .same)
    }

    @Test func `a full bin and a dirty street may be one matter, a bin and a traffic light are none`() throws
    {
        let comparer = try Comparing.comparer
        let bin = Written("Kosz przy Żabce przepełniony, śmieci na chodniku", "waste.bin")
        let street = try comparer.likeness(
            of: Written("śmieci na chodniku koło Żabki, kosz pełny", "waste.street", east: 5),
            to: bin
        )
        let signal = try comparer.likeness(of: Written(bin.text, "road.signal", east: 5), to: bin)
        #expect(street.decision != .different)
        #expect(signal.decision != .same)
        #expect(street.value > signal.value)
        #expect(comparer.related(to: "waste.bin").contains("waste.street"))
        #expect(comparer.relation(of: "waste.bin", to: "road.signal") == 0)
    }

    @Test func `photos that look alike and the same sender speak for one matter`() throws {
        let comparer = try Comparing.comparer
        let old = Written("Dziura", "road.pothole").with { $0.photos = [0xFF00_FF00_1234_5678] }
        let new = Written("uszkodzenie", "road.pothole", east: 40)
        let without = try comparer.likeness(of: new, to: old).value
        let alike = try comparer.likeness(of: new.with { $0.photos = [0xFF00_FF00_1234_567A] }, to: old)
        let unlike = try comparer.likeness(of: new.with { $0.photos = [0x00FF_00FF_EDCB_A987] }, to: old)
            .value
        #expect(alike.value > without + 0.2)
        #expect(alike.shares[.photo].map { $0 > 2 } == true)
        #expect(unlike == without)
        let sender = try comparer.likeness(of: new.with { $0.sender = 7 }, to: old.with { $0.sender = 7 })
            .value
        #expect(sender > without)
    }

    @Test func `the shares add up to the likeness, and the sentence quotes nothing`() throws {
        let comparer = try Comparing.comparer
        let likeness = try comparer.likeness(
            of: Written("Sekretne słowo, latarnia 12", east: 12),
            to: Written("Tajne hasło, latarnia 12")
        )
        let sum = likeness.shares.values.reduce(0, +)
        let value = 1 / (1 + exponential(-sum))
        #expect(abs(value - likeness.value) < 1e-9)
        #expect(likeness.why.pl.contains("ten sam numer"))
        #expect(likeness.why.en.contains("the same number"))
        #expect(!likeness.why.pl.contains("12,") && !likeness.why.pl.contains("Sekretne"))
    }
}
