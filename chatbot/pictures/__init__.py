"""Pictures and documents: the mind map, the quote, the pipeline, the QR code of a referral link."""
