enum LinkingPlaceholder {}
