"""Credentials in a log are not copied into its workload: they are removed when records are parsed.

Templates show which statements may contain a credential (``pgrehearse.workload.sql.credentials``), once for each
template; only those statements are examined one by one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.parameters import rewritten
from pgrehearse.workload.sql.credentials import LEFT_OUT, Cleaned, cleaned, depends
from pgrehearse.workload.sql.normalize import Coded

EMPTIED, OMITTED = "credentials emptied", "texts left out"
# A statement of such a template contains no credential unless it matches this.
_POSSIBLE = (
    r"(?i)passw|passphrase|secret|credential|conninfo|connection|dblink|program|token|key|apikey|bearer|://|\\|u&|\$\d"
)
_CRYPTO = r"(?i)crypt|hmac"
# Messages about how a statement ended, which repeat no part of it.
_HARMLESS = r"^(?:canceling statement due to [a-z ]*|terminating connection due to [a-z ]*|deadlock detected)$"
MESSAGE_OMITTED = "(message left out: its statement contains a credential)"


@dataclass
class Withholding:
    """Removes credentials, and keeps what was found about templates. *crypto*: keys of pgcrypto functions are removed too."""

    crypto: bool = False
    _may_hold: dict[str, bool] = field(default_factory=dict)

    def withhold(self, frame: pl.DataFrame, sql: pl.Series, shapes: Coded) -> tuple[pl.DataFrame, Counter[str]]:
        """Return records without credentials, and how many records were changed, by what was removed.

        *sql*: the texts of the records that are statements, *shapes*: their templates.
        """
        codes = [code for code, text in enumerate(shapes.templates) if self._may_contain(text, shapes.examples[code])]
        counts: Counter[str] = Counter()
        if not codes:
            return frame, counts
        possible = sql.str.contains(f"{_POSSIBLE}|{_CRYPTO}" if self.crypto else _POSSIBLE)
        rows = (shapes.code.is_in(codes) & possible).fill_null(value=False).arg_true()
        texts = sql.gather(rows)
        results = {text: cleaned(text, crypto=self.crypto) for text in texts.unique()}
        secret = {text: clean for text, clean in results.items() if clean != Cleaned(text)}
        changed = texts.is_in(list(secret))
        if not changed.any():
            return frame, counts
        rows = rows.filter(changed)
        return self._changed(frame, rows, [secret[text] for text in texts.filter(changed)], counts), counts

    def _may_contain(self, template: str, example: str) -> bool:
        answer = self._may_hold.get(template)
        if answer is None:
            answer = self._may_hold[template] = depends(example, crypto=self.crypto)
        return answer

    def _changed(
        self, frame: pl.DataFrame, rows: pl.Series, clean: list[Cleaned], counts: Counter[str]
    ) -> pl.DataFrame:
        old = frame.select("what", "sql", "message", "detail", "context")[rows]
        sql = pl.Series([LEFT_OUT if text.sql is None else text.sql for text in clean], dtype=pl.String)
        bound = {
            name: pl.Series(
                [
                    rewritten(text, change.emptied) if text else text
                    for text, change in zip(old[name], clean, strict=True)
                ],
                dtype=pl.String,
            )
            for name in ("detail", "context")
        }
        omitted = sql == LEFT_OUT
        differs = (old["sql"] != sql) | (old["detail"] != bound["detail"]).fill_null(value=False)
        differs |= (old["context"] != bound["context"]).fill_null(value=False)
        runs = old["what"].is_in([messages.STATEMENT, messages.EXECUTE, messages.ERROR, messages.FATAL])
        counts[OMITTED] += int((omitted & runs).sum())
        counts[EMPTIED] += int((differs & ~omitted & runs).sum())
        failed = old["what"].is_in([messages.ERROR, messages.FATAL]) & ~old["message"].str.contains(_HARMLESS)
        message = old["message"].set((failed & differs).fill_null(value=False), MESSAGE_OMITTED)
        new = {"sql": sql, "message": message, **bound}
        return frame.with_columns(frame[name].clone().scatter(rows, column) for name, column in new.items())


def withhold_messages(frame: pl.DataFrame) -> pl.DataFrame:
    """Remove the messages of errors in a statement inside a function, if the statement may contain a credential."""
    failed = frame["what"].is_in([messages.ERROR, messages.FATAL])
    if not failed.any():
        return frame
    rows = failed.arg_true()
    old = frame.select("message", "context")[rows]
    inside = (
        old["context"].str.contains(r"(?i)passw|secret|token|conninfo|connection|dblink|_key").fill_null(value=False)
    )
    inside &= ~old["message"].str.contains(_HARMLESS).fill_null(value=True)
    return frame.with_columns(frame["message"].clone().scatter(rows, old["message"].set(inside, MESSAGE_OMITTED)))
