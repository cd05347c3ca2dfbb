"""Files in and out. Importers give rows and edits, exporters take a plan and its results; nothing here knows Qt."""
