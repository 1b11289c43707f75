"""The example plan of the tests of campaigns."""

from tests.app.campaigns.conftest import plan_text

__all__ = ["plan_text"]
