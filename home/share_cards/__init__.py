"""Pictures of 1200 × 630 pixels that stand for a page wherever it is shared.

`card` is what a card says, `drawing` draws it, `keeping` stores one for each public page,
`following` does so again whenever something that a card shows has changed.
"""
