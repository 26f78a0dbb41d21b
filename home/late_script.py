"""The only script that stands in a page itself: it fetches the other one.

The site's script is for what a page can do without, so it comes when the browser has
loaded the opening picture and has drawn something. Nobody's first look waits for it.
"""

from base64 import b64encode
from hashlib import sha256

LATE_SCRIPT = (
    "{const{src}=document.currentScript.dataset;addEventListener('load',()=>"
    "new PerformanceObserver(()=>import(src)).observe({type:'paint',buffered:true}))}"
)


def source_of(script: str) -> str:
    """What a policy calls a script that may run in a page: "'sha256-…'" ."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
