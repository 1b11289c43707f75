"""The pages and panels of handing over: acceptance, handover, minutes."""
