"""The page itself: files that the UI's build left in this package."""

from pathlib import Path, PurePosixPath
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import Match, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER: Final = Path(__file__).parent / "static"
_INDEX: Final = "index.html"
_YEAR_S: Final = 31_536_000

_NOT_BUILT: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>RocketTrainer</title>
<h1>The server runs; its page is not built</h1>
<p>In the folder <code>overlay_ui</code> run <code>npm ci</code> and <code>npm run build</code>,
then load this page again. The API is at <code>/api/v1</code>.</p>
</html>
"""


class PagesRoute(Mount):
    """Everything that is not the API."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for it."""
        parts = PurePosixPath(scope.get("path", "/")).parts
        return (Match.NONE, {}) if parts[1:2] == ("api",) else super().matches(scope)


class Pages(StaticFiles):
    """Serves the files, and the page for every path that is not one.

    Args:
        folder: Of the files.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        super().__init__(directory=folder, check_dir=False)
        self._folder = folder

    async def check_config(self) -> None:
        """Nothing: without the folder there is another page."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answers a request."""
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        response = await self._file(path, scope)
        # Names of assets change with their content; that of the page does not.
        fixed = Path(path).parts[:1] == ("assets",) and response.status_code < 400
        response.headers["Cache-Control"] = (
            f"public, max-age={_YEAR_S}, immutable" if fixed else "no-cache"
        )
        return response

    async def _file(self, path: str, scope: Scope) -> Response:
        try:
            if path not in (".", _INDEX):
                return await super().get_response(path, scope)
        except (HTTPException, OSError) as error:
            if Path(path).suffix or getattr(error, "status_code", 404) != 404:
                raise HTTPException(404, "there is no such file") from error
        if not (self._folder / _INDEX).is_file():
            return HTMLResponse(_NOT_BUILT)
        return await super().get_response(_INDEX, scope)
