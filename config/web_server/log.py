"""The access log: what was asked and how it went, never who asked."""

import re
from datetime import timedelta

from gunicorn.glogging import Logger

from config.logs.lines import Request, Written, chosen_line
from config.logs.privacy import path_without_personal_data

# Asked every few seconds; an answer that says all is well is no news.
HEALTH_CHECKS = ("/healthz", "/readyz")
A_MILLISECOND = timedelta(milliseconds=1)


class PrivateLogger(Logger):
    """Writes what was asked and how it went, never who asked."""

    def setup(self, cfg):
        super().setup(cfg)
        self._line = chosen_line()
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(self._line)

    def access(self, resp, req, environ, request_time):
        handlers = self.access_log.handlers
        # Still percent-encoded, so that no path can break the line in two.
        path = environ["RAW_URI"].partition("?")[0]
        status = getattr(resp, "status_code", None) or 0
        if not handlers or (status == 200 and path in HEALTH_CHECKS):
            return
        request = Request(
            environ["REQUEST_METHOD"],
            path_without_personal_data(path[:300]),
            status,
            resp.sent,
            request_time // A_MILLISECOND,
        )
        written = Written(self._line.of_request(self.access_log.name, request))
        for handler in handlers:
            handler.handle(written)

    def warning(self, msg, *args, **kwargs):
        # Gunicorn names the address of whoever sent a request it cannot read.
        super().warning(re.sub(r"\bip=\S+", "ip=-", str(msg)), *args, **kwargs)
