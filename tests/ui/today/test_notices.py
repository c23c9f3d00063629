"""What Today says above the cards stands in one order, whatever came first."""

from datetime import date

from homejournal.texts.wording import wording_of
from homejournal.ui.today.notices import TodayNotices
from homejournal.ui.widgets.cards.notice import Notice

DAY = date(2026, 3, 21)


def test_notices_stand_and_are_heard_in_their_order_whichever_was_said_first(qtbot):
    notices = TodayNotices(wording_of("en"))
    qtbot.addWidget(notices)
    greeting = Notice("Good morning")
    notices.add(greeting)
    greeting.show()
    notices.say_kept(DAY)
    notices.say_turned(DAY)
    notices.show()
    heard = [notice for notice in notices.findChildren(Notice) if notice.isVisible()]
    assert [one.text().split()[0] for one in heard] == ["A", "An", "Good"]
    assert heard == sorted(heard, key=Notice.y)
