"""The room of campaigns: a plan (kế hoạch, phong trào thi đua) as data, what happens under it, figures and deadlines.

A plan's definition:
- `app.plans`: CampaignDraft with its parts, their rules, and one .toml file a plan (docs/campaigns.md);
- `operations`: save_campaign, add_campaign, open_campaign; `write_campaign` opens no change;
- `queries`: find_campaigns, campaign_named (code or a unique ending), campaign_detail, campaign_draft,
  draft_from_superior; what is doubtful stands in `doubts`.
"""
