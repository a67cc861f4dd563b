# SPDX-License-Identifier: GPL-3.0-or-later
"""Warnings in the log that a test expects; any other one fails it."""

from __future__ import annotations

import logging
import re
from types import TracebackType


class LogExpectations(logging.Handler):
    """Collects warnings and errors; call it with a pattern to announce one."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Expect at least one record whose message matches the pattern."""
        self._patterns.append(pattern)

    def __enter__(self) -> LogExpectations:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def verify(self) -> None:
        """Fail on what was not announced, and on what was announced and never came."""
        messages = [record.getMessage() for record in self.records]
        surprises = [m for m in messages if not any(re.search(p, m) for p in self._patterns)]
        absent = [p for p in self._patterns if not any(re.search(p, m) for m in messages)]
        assert not surprises, f"unexpected in the log: {surprises}"
        assert not absent, f"expected in the log, but not there: {absent}"
