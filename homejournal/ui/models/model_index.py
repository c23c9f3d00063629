"""A place in a model, as Qt hands it to whoever shows or paints it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
