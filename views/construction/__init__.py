"""The pages and panels of building: progress and its quick grid."""
