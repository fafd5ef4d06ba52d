namespace NewsAlerts.Web.Mail;

/// <summary>
/// The colours of a mail, by role. Every text colour has a contrast of at least 4.5 to 1 on both grounds of its mode
/// (WCAG 2.2, success criterion 1.4.3): a test computes it.
/// </summary>
/// <param name="Page">The ground around the letter.</param>
/// <param name="Card">The letter's ground.</param>
/// <param name="Ink">Headlines and key points.</param>
/// <param name="Soft">Dates, bylines, quotes, the footer.</param>
/// <param name="Accent">Sources and links: the only colour.</param>
/// <param name="Rule">Hairlines; decoration only.</param>
public sealed record MailColors(string Page, string Card, string Ink, string Soft, string Accent, string Rule)
{
    /// <summary>Warm paper, inline on every element: what clients without style sheets show.</summary>
    public static MailColors Light { get; } = new("#f4f1eb", "#fffefb", "#1f1c18", "#655f55", "#96361a", "#e3ddd1");

    /// <summary>The same paper at night, by <c>prefers-color-scheme</c>.</summary>
    public static MailColors Dark { get; } = new("#131210", "#1c1b18", "#ebe6dc", "#aba396", "#f0a184", "#38352f");
}
