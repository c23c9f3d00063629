"""How parts share the room there is: flow, scrolling, dialogs that fit, the order of Tab.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/layout.
"""
