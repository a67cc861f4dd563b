# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the open desk: rail and chip at the leading edge, one page, the bar of messages.

It knows no room and no vault; it shows the widgets it is given.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.notice_bar import NoticeBar
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.side_rail import SideRail


class DeskView(QWidget):
    """Rail, page and messages; or one widget that has the whole window."""

    def __init__(self, rail: SideRail, notices: Notices, look: Look) -> None:
        super().__init__()
        self.setObjectName("DeskView")
        self._rail = rail
        self._notices = notices
        self._look = look
        self._pages = QStackedWidget()
        self._outer = QStackedWidget()
        self._whole: QWidget | None = None
        self._build()
        look.changed.connect(self._on_look_changed)
        notices.changed.connect(self._on_notice)
        self._on_notice()

    def show_page(self, page: QWidget) -> None:
        """Show a page; it is added on its first time.

        A focus that stood in the page before goes to the new page as a whole, so that the next Tab
        reaches its first control; a focus in the rail stays there.
        """
        before, focus = self._pages.currentWidget(), QApplication.focusWidget()
        if self._pages.indexOf(page) < 0:
            page.setProperty("ring", 0)
            self._pages.addWidget(page)
        inside = focus is None or (before is not None and before.isAncestorOf(focus))
        self._pages.setCurrentWidget(page)
        if page is not before and (inside or before is None):
            page.setFocus()

    def home(self) -> QWidget:
        """Return the widget that pages stand in."""
        return self._pages

    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.currentWidget()

    def drop_page(self, page: QWidget) -> None:
        """Take a page out and delete it."""
        self._pages.removeWidget(page)
        page.deleteLater()

    def show_whole(self, widget: QWidget | None) -> None:
        """Give a widget the whole window; None brings rail and page back and lets go of it."""
        if self._whole is not None:
            self._outer.removeWidget(self._whole)
            self._whole.setParent(None)
        self._whole = widget
        if widget is not None:
            self._outer.addWidget(widget)
            self._outer.setCurrentWidget(widget)
            widget.setFocus()

    def is_whole(self) -> bool:
        """Tell whether a widget has the whole window."""
        return self._whole is not None

    @Slot()
    def _on_notice(self) -> None:
        """Take no room while there is nothing to say."""
        self._bar.setVisible(self._notices.current is not None)

    @Slot()
    def _on_look_changed(self) -> None:
        self._measure()
        self._fit_rail()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        self._bar = QWidget()
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(NoticeBar(self._notices, self._look, parent=self._bar))
        column.addWidget(self._bar)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._outer.addWidget(desk)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)
        self._measure()

    def _measure(self) -> None:
        px = self._look.px
        self._bar_row.setContentsMargins(px(24), px(8), px(24), px(16))

    def _fit_rail(self) -> None:
        self._rail.set_narrow(self._look.narrow(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where the window is narrow."""
        super().resizeEvent(event)
        self._fit_rail()
