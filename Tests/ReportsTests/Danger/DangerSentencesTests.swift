import Formats
import Reports
import Testing

struct DangerSentencesTests {
    private static let shipped = Result { try DangerWords(parsing: try Shipped.file("danger.json")) }

    @Test(arguments: [
        "Pożar!", "pożar", "pozar smietnika przy Wielickiej", "Porzar na strychu", "pozra w bloku",
        "Widzę pożar trawy",
        "Wybuchł pożar w piwnicy", "Doszło do pożaru kontenera", "pali się dom",
        "Pali sie las przy ul. Kosocickiej",
        "PALI SIĘ ŚMIETNIK", "Śmietnik się pali", "Płonie samochód na parkingu", "samochód płonie",
        "Palą się trawy nad Wisłą", "W klatce pali się skrzynka elektryczna", "Widać ogień na dachu",
        "Z okna leci czarny dym", "Dym z mieszkania na 3 piętrze", "Był wybuch w kamienicy",
        "czuję gaz", "Czuć gaz na klatce schodowej", "ulatnia się gaz", "Gaz się ulatnia!",
        "Na ulicy śmierdzi gazem",
        "wyciek gazu przy budowie", "silny zapach gazu w piwnicy", "Koparka: uszkodzony gazociąg",
        "Czujnik czadu piszczy", "czuje gaz od rana, wczoraj bylo ok",
        "był wypadek", "wypadek na skrzyżowaniu, ranni", "Wypadek! Potrzebna pomoc", "wypadk na Opolskiej",
        "doszło do wypadku na al. 29 Listopada", "Zderzyły się dwa auta", "Zderzenie tramwaju z autobusem",
        "Auto potrąciło pieszego", "Potrącono rowerzystę na przejściu", "samochód dachował", "Są ranni",
        "zerwany przewód", "Zerwane przewody leżą na trawniku", "wiszą przewody pod napięciem",
        "Po burzy zerwał się kabel i leży na chodniku", "Latarnia jest pod napięciem",
        "iskrzą przewody tramwajowe",
        "kogoś poraził prąd", "Zerwana trakcja na Bieńczyckiej",
        "nieprzytomny", "nieprzytomny mężczyzna na ławce", "leży człowiek i nie rusza się",
        "Na przystanku leży kobieta", "Leży na chodniku starszy człowiek", "Człowiek nie oddycha",
        "Starsza pani zasłabła", "Ktoś ma zawał serca", "dziecko tonie",
        "Ktoś tonie w Wiśle przy bulwarze",
        "Tonie człowiek", "chłopiec wpadł do Wilgi", "Ktoś chce skoczyć z mostu Dębnickiego", "wypadł z okna",
        "Ludzie utknęli w windzie", "dziecko zamknięte w samochodzie", "Potrzebna karetka!",
        "zapadła się jezdnia", "Jezdnia się zapadła na pół metra", "Zawalił się balkon",
        "zawaliła sie sciana kamienicy",
        "drzewo spadło na człowieka", "Drzewo spadło na auto z ludźmi", "konar spadł na przechodnia",
        "Drzewo przewróciło się na tramwaj", "Przecieka wał przy Wiśle",
        "ktoś grozi nożem", "Facet z maczetą na Rynku", "biją kobietę pod blokiem", "słychać strzały",
        "Bójka na Rynku",
        "Znalazłem niewybuch w lesie", "Ktoś się włamuje: włamują się do sklepu",
        "podejrzana paczka na przystanku",
        "wyciek chemikaliów z cysterny", "There is a fire in the building", "House is burning",
        "gas smell in the street",
        "I can smell gas", "Gas leak near the school", "accident with injured people",
        "Car accident on the ring road",
        "live wire on the pavement", "Fallen power line across the road", "unconscious man at the stop",
        "A man with a knife", "The road collapsed", "Someone is drowning", "tree fell on a person",
        "Пожежа в будинку", "запах газу у під'їзді", "лежить людина", "ДТП, є поранені", "обірваний дріт",
    ])
    func `a danger is found`(text: String) throws {
        let finding = try Self.shipped.get().finding(in: text)
        #expect(finding != nil)
        #expect(finding?.numbers.isEmpty == false && finding?.phrase.isEmpty == false)
    }

    @Test(arguments: [
        "karetka nie przejedzie", "Karetka nie przejedzie przez te słupki", "droga pożarowa zastawiona",
        "Zastawiona droga pożarowa i brama", "wóz strażacki nie przejedzie",
        "hydrant przeciwpożarowy cieknie",
        "Brak gaśnicy przeciwpożarowej", "może dojść do wypadku", "Może tu dojść do poważnego wypadku",
        "żeby nie było wypadku", "Proszę naprawić, zeby nie bylo wypadku", "po wypadku została barierka",
        "Po wypadku barierka jest zgięta", "gaz pieprzowy", "Ktoś rozpylił i czuć gaz pieprzowy",
        "stacja gazowa",
        "gazon z kwiatami", "Przewrócony gazon", "przewód", "Przewód od lampki świątecznej zwisa z drzewa",
        "ognisko",
        "Ślady po ognisku w parku", "wypadek w zeszłym roku", "W zeszłym roku był tu wypadek",
        "boję się, że wybuchnie pożar", "Boimy się pożaru", "fire hydrant", "The fire hydrant leaks",
        "fireworks",
        "Fireworks every night", "Car blocks the fire lane", "Grozi pożarem", "ryzyko pożaru",
        "zagrożenie pożarem",
        "W razie pożaru nikt tu nie wjedzie", "na wypadek deszczu", "W każdym wypadku proszę o odpowiedź",
        "Zanim dojdzie do wypadku, naprawcie to", "zanim wydarzy się wypadek", "Czekacie na wypadek?",
        "niebezpieczne miejsce, był już wypadek", "Dwa lata temu był tu wypadek", "Kiedyś był tu wypadek",
        "Wczoraj był wypadek, zostało szkło", "Wypadek był tu dwa lata temu", "Nie było wypadku",
        "nie ma pożaru",
        "Kostka brukowa wypada z chodnika", "Wypada płytka", "ulica tonie w ciemnościach",
        "Osiedle tonie w śmieciach",
        "park tonie w błocie", "lampa pali się w dzień", "Latarnie palą się cały dzień",
        "nie pali się latarnia",
        "Pali się światło w pustej wiacie",
        "nie pali się lampa przy domu nr 5",
        "sąsiad pali śmieci w piecu", "Palą plastikiem, smród", "czarny dym z komina", "Dym z komina sąsiada",
        "śmierdzi spalinami", "Zapach z kanalizacji", "gazeta porozrzucana", "poza godzinami pracy",
        "wolny pokaz filmu",
        "Wiszą plakaty na słupie", "wisi kabel telekomunikacyjny", "Zerwany kabel telefoniczny",
        "zerwany przewód hamulcowy w rowerze miejskim", "Leżą śmieci na trawniku",
        "leży śnieg, ktoś może upaść",
        "na chodniku leży piasek", "Leży martwy gołąb", "Ranny gołąb na parapecie", "ranny jeż przy drodze",
        "Ranny kurs linii 139 nie przyjechał", "nikt nie reaguje na zgłoszenia",
        "Pani w urzędzie nie reaguje",
        "telefon wpadł do studzienki", "zapada się studzienka", "Zapadła się kostka przy przystanku",
        "Zapadła decyzja o remoncie", "strzelają petardami", "Strzelają z petard całą noc", "wybuchy petard",
        "bije dzwon za głośno", "pobita szyba w wiacie", "połamane drzewo po burzy", "drzewo się przechyla",
        "Gałąź może spaść na człowieka", "Oznakowanie po wypadku", "tablica ku pamięci ofiar wypadku",
        "Brak dojazdu dla straży pożarnej", "remiza straży pożarnej", "wejście do windy zamknięte",
        "It could cause an accident", "We want to avoid an accident", "There was an accident last year",
        "fire station parking", "fire alarm test too loud", "broken bike brake cable", "gas station lights",
        "Щоб не було дтп, полагодьте світлофор", "Po co ten pomnik?", "przeciwpożarowe drzwi", "tona śmieci",
        "",
        "Dziura w jezdni, urwałem koło", "Prąd w rzece jest silny", "autobus jedzie na gaz",
        "polar zgubiony w parku",
    ])
    func `words in passing are no danger`(text: String) throws {
        let finding = try Self.shipped.get().finding(in: text)
        #expect(finding == nil)
    }

    @Test func `a danger comes with its own numbers and words`() throws {
        let words = try Self.shipped.get()
        #expect(words.finding(in: "Wczoraj naprawiono lampę. Dziś CZUJĘ tu GAZ")?.numbers == ["992", "112"])
        let fire = words.finding(in: "Dziura w drodze! Poza tym pali się śmietnik.")
        #expect(fire?.phrase == "pali sie smietnik" && fire?.advice.en.contains("998") == true)
    }

    @Test func `none of the made-up reports tells of a danger`() throws {
        let words = try Self.shipped.get()
        let texts = String(decoding: try Shipped.file("seed-texts.json"), as: UTF8.self).split(
            separator: "\""
        )
        let found = texts.filter { $0.contains(" ") }.compactMap { text in
            words.finding(in: String(text)).map { "\($0.phrase): \(text)" }
        }
        #expect(found.isEmpty)
        #expect(texts.count > 500)
    }
}
