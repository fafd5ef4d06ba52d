using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>The look of an issue's page: that of its mail, on any screen, light or dark.</summary>
internal static class IssueStyle
{
    /// <summary>The style sheet, inline and the only one: the pages' policy allows no other.</summary>
    public static string Sheet { get; } = $$"""

        :root { color-scheme: light dark; {{Variables(MailColors.Light)}} }
        @media (prefers-color-scheme: dark) { :root { {{Variables(MailColors.Dark)}} } }
        * { box-sizing: border-box }
        body { margin: 0; padding: 32px 16px 40px; background: var(--page); color: var(--soft); font: 14px/20px {{PageStyle.Sans}}; -webkit-text-size-adjust: 100%; overflow-wrap: anywhere; text-wrap: pretty }
        main, footer { max-width: 600px; margin: 0 auto }
        main { padding: 36px 44px 12px; background: var(--card); border: 1px solid var(--rule); border-radius: 4px }
        a { color: inherit; text-decoration: none }
        a:hover, a:focus-visible { text-decoration: underline }
        p { margin: 0 }
        .kicker { margin: 0 0 6px; color: var(--accent); font-size: 12px; line-height: 18px; font-weight: 600; letter-spacing: .06em; text-transform: uppercase }
        h1 { margin: 0 0 8px; color: var(--ink); font: 700 34px/40px {{PageStyle.Serif}}; letter-spacing: -.01em }
        header { padding: 0 0 20px; border-bottom: 3px solid var(--ink) }
        article { padding: 24px 0 28px; border-top: 1px solid var(--rule); font-size: 13px }
        article:first-of-type { border-top: 0 }
        h2 { margin: 0 0 6px; color: var(--ink); font: 700 20px/26px {{PageStyle.Serif}} }
        ul { margin: 14px 0 0; padding: 0; padding-inline-start: 20px; color: var(--ink); font: 17px/26px {{PageStyle.Serif}} }
        li { margin: 0 0 8px }
        li p { margin: 2px 0 0; color: var(--soft); font-size: 15px; line-height: 22px; font-style: italic }
        .more { margin: 12px 0 0; color: var(--accent); font-weight: 700 }
        .rtl { text-align: right }
        nav { display: flex; flex-wrap: wrap; gap: 8px 24px; padding: 20px 0 24px; border-top: 1px solid var(--ink) }
        nav a { padding: 4px 0; color: var(--accent); font-weight: 700 }
        footer { padding: 20px 44px 0; font-size: 13px }
        footer p { margin: 0 0 8px }
        @media (max-width: 620px) {
          body { padding: 0 0 32px }
          main { padding: 28px 20px 12px; border-width: 0 0 1px; border-radius: 0 }
          footer { padding: 20px 20px 0 }
          h1 { font-size: 28px; line-height: 34px }
        }

        """;

    public static string Hash { get; } = PageStyle.HashOf(Sheet);

    private static string Variables(MailColors colors) =>
        $"--page: {colors.Page}; --card: {colors.Card}; --ink: {colors.Ink}; --soft: {colors.Soft}; --accent: {colors.Accent}; --rule: {colors.Rule}";
}
