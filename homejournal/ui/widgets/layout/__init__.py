"""How parts share the room there is: flow, scrolling, dialogs that fit, the order of Tab.

Uses other parts of widgets, models, base and theme. Tests: tests/ui/widgets/layout.
"""
