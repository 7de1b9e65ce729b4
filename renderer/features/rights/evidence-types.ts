/** What a library keeps as evidence, for the system's file dialog. The core decides by content, whatever is chosen. */
export const evidenceTypes =
  'application/pdf,image/*,message/rfc822,text/plain,text/html,.pdf,.png,.jpg,.jpeg,.webp,.eml,.msg,.html,.mhtml,.txt,.docx,.odt';
