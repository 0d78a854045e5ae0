import Reports
import Testing

struct UnmaskedTextTests {
    @Test(arguments: [
        "Dziura w jezdni przy ul. Długiej 12, głęboka na 15 cm.",
        "Nie świeci lampa nr 12345 przy Wielickiej 28.",
        "Słup 1234/5 na os. Dywizjonu 303 m. 12", "al. 29 Listopada 130", "ul. 3 Maja 5/7, 31-004 Kraków",
        "Tramwaj 52 nie kursuje od 14:30.", "linie 105, 125, 139, 164, 173, 194, 304, 502, 503",
        "linie 501 502 503 nie zatrzymują się", "autobus 139 o 7:05 i 7:20", "autobusy 501 502 503",
        "Zjazd z A4 na S7 przy węźle Bieżanów", "S7 jest zakorkowana", "droga S52, DK94, DW780, E77",
        "Zdarzenie z 30.06.2026 ok. 15:30", "2026-06-30 12:00", "2026-06-30T12:00:00Z", "12.05.2026 150 osób",
        "od 12-05-2026 do 13-05-2026", "12.05.26 150 zł", "30/06/2026 10", "w latach 2019-2024", "lub 2026",
        "Koszt 1 234 567 zł", "12 500,00 zł", "150 000 zł", "ok 100km", "ok. 1500 m", "po 5000 zł",
        "po 12000 zł",
        "50.0617, 19.9373", "50.061700 19.937300", "50.06143218973456, 19.93658291834567", "N 50.06 E 19.93",
        "KCK-2026-000123", "Zgłoszenie nr KCK-2026-123456 z maja", "KR-2026-000123", "WAW-2026-000123",
        "Drzewo z tabliczką 12345, pień 120 cm", "nr drzewa 004512", "31-004 Kraków", "30-962 Kraków 1",
        "Rynek Główny 1/3", "dz. nr 126105_9.0001.123/4", "Działka 123/4 obr. 12", "wysokość 2,5 m",
        "112, 997, 998, 999, 986", "112 lub 986", "Dzwoniłem pod 986 o 22:15", "telefon zaufania 116 111",
        "80 dB po 22.00", "10-15 osób", "5 m2", "PM10 i PM2.5", "XXI wiek, LO im. 5", "SP 12 i ZS 5",
        "2 x 3 m", "Rondo 308. Dywizjonu 1", "1.5 km od pętli", "kontener 1100 l", "pojemnik 240l",
        "Godz. 15.30-16.45", "tabliczka „T-6a”, znak B-36, D-18a", "lampa K 12", "Przystanek 123-04",
        "@miasto", "mieszkańc@ i drog@ miasta", "cena 5@3.50", "K. przy ul. B. 12", "C4 AGH", "B-2",
        "km 12+345", "blok 12B, kl. 3", "NR 12345", "os 12345", "do 12345", "w 2026 roku 12345 osób",
        "TAURON nr 12345678", "12345678", "1234567", "2 000 000", "666 kg", "Park 1000-lecia",
        "wymiary 100 200 300", "tel. 112", "24h/7", "1000 1200 1500", "I piętro, m 12", "K1, K2 i K3",
        "małpa uciekła z zoo. Proszę o pomoc", "punkt (at) bez domeny", "", " ", "+", "@", "[tel.]",
        "[nr rej.]",
        "Zażółć gęślą jaźń", "👩‍👩‍👧 12", "pl 12345", "no 12345", "so 12345", "st 12345",
    ])
    func `what is no datum of a person stays`(text: String) {
        #expect(Masking.masked(text) == text)
    }
}
