"""The room of giving: donors, pledges, sponsorships, drives inside an office and what they send on."""
