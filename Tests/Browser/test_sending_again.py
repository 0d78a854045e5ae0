"""Sending twice: after words that sounded like danger, and after an answer that was lost."""

import pytest
from playwright.sync_api import expect

LAMP = ("road.light", "Latarnia przy przejściu nie świeci od tygodnia.")


@pytest.mark.parametrize(
    ("path", "lat", "question", "send"),
    [
        ("/", 50.05901, "Nikomu nic nie grozi?", "Wyślij zgłoszenie"),
        ("/en/", 50.05821, "Is nobody in danger?", "Send the report"),
    ],
)
def test_words_of_danger_name_the_number_to_call_and_can_be_sent_all_the_same(visit, path, lat, question, send):
    page = visit(path, at=(18, lat, 19.89104), expect_failures=True)
    page.wait_for_map()
    page.click_map()
    page.write("road.light", "Czuję gaz przy latarni")
    page.send()
    problem = page.page.locator("#report-problem")
    expect(problem.get_by_role("link", name="992")).to_have_attribute("href", "tel:992")
    note = page.page.locator("#no-danger")
    expect(note).to_contain_text(question)
    page.page.fill("#description", "Czuję gaz przy latarni, ale to tylko spaliny")
    expect(note).to_be_hidden()
    page.send()
    note.get_by_role("button", name=send).click()
    assert page.number().startswith("KCK-")


def test_a_lost_answer_makes_no_second_report(visit, service):
    lat, lon = 50.05951, 19.88904
    page = visit(at=(18, lat, lon), expect_failures=True)
    page.wait_for_map()
    page.click_map()
    page.write(*LAMP)
    lost = []

    def lose(route):
        lost.append(route.fetch().json()["number"])
        route.abort()

    page.page.route("**/api/v1/reports", lose)
    page.send()
    expect(page.page.locator("#report-problem")).to_contain_text("Brak połączenia")
    page.page.unroute("**/api/v1/reports")
    page.send()
    assert page.number() == lost[0]
