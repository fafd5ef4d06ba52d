using System.Globalization;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary>A line on the error stream for every thousand articles.</summary>
internal sealed class BacktestProgress(Screen screen) : IProgress<BacktestStep>
{
    private const int Every = 1_000;

    public void Report(BacktestStep value)
    {
        if (value.Read % Every == 0)
        {
            screen.Error.MarkupLine(Palette.Quiet(string.Create(
                CultureInfo.InvariantCulture, $"{value.Read:N0} articles read, {value.Matched:N0} match, back to {value.At.UtcDateTime:yyyy-MM-dd}")));
        }
    }
}
