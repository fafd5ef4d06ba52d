using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>The look of readers' pages: the mails' paper, on any screen, light or dark.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet, inline and the only one: the pages' policy allows no other.</summary>
    public static string Sheet { get; } = $$"""

        :root { color-scheme: light dark; {{Variables(MailColors.Light)}} }
        @media (prefers-color-scheme: dark) { :root { {{Variables(MailColors.Dark)}} } }
        * { box-sizing: border-box }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--page); color: var(--ink); font: 17px/1.55 {{Serif}}; -webkit-text-size-adjust: 100%; text-wrap: pretty }
        main { width: 100%; max-width: 560px; padding: 40px 44px 44px; background: var(--card); border: 1px solid var(--rule); border-radius: 4px }
        .brand { margin: 0 0 20px; padding: 0 0 12px; border-bottom: 3px solid var(--ink); color: var(--accent); font: 600 12px/18px {{Sans}}; letter-spacing: .06em; text-transform: uppercase }
        h1 { margin: 0 0 16px; font-size: 30px; line-height: 36px; letter-spacing: -.01em; overflow-wrap: anywhere; text-wrap: balance }
        p { margin: 0 0 14px; overflow-wrap: anywhere }
        p:last-child { margin-bottom: 0 }
        .name { padding: 10px 0 10px 16px; border-left: 3px solid var(--accent); font-size: 19px; font-weight: 700 }
        .actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 28px 0 0 }
        button { padding: 11px 24px; min-height: 48px; border: 2px solid var(--accent); border-radius: 4px; background: var(--accent); color: var(--card); font: 600 16px/22px {{Sans}}; cursor: pointer }
        .quiet { background: transparent; color: var(--accent) }
        button:hover { text-decoration: underline }
        button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
        @media (max-width: 480px) {
          body { place-items: start stretch; padding: 0; background: var(--card) }
          main { padding: 28px 20px 36px; border: 0 }
          h1 { font-size: 26px; line-height: 32px }
          .actions form, button { width: 100% }
        }

        """;

    /// <summary>The sheet's hash, as a content security policy names it.</summary>
    public static string Hash { get; } = HashOf(Sheet);

    internal const string Serif = "Charter, 'Iowan Old Style', 'Palatino Linotype', Georgia, serif";
    internal const string Sans = "-apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    /// <summary>The hash of a sheet, as a content security policy names it.</summary>
    internal static string HashOf(string sheet) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'";

    private static string Variables(MailColors colors) =>
        $"--page: {colors.Page}; --card: {colors.Card}; --ink: {colors.Ink}; --accent: {colors.Accent}; --rule: {colors.Rule}";
}
