# SPDX-License-Identifier: Apache-2.0
"""Waiting for what another process does."""

import time


def wait_for(condition, what, seconds=60):
    """What `condition` gives as soon as that is true. When it is not within `seconds`: an AssertionError that names `what`,
    a text or what makes one at that moment."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what() if callable(what) else what}")
