using Microsoft.Extensions.Options;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>One look at an installation. What it throws is a finding too, and so is that it does not end.</summary>
/// <param name="Check">What is looked at.</param>
/// <param name="LookAsync">Looks.</param>
/// <param name="Remedy">What to do where the look itself fails.</param>
internal sealed record Examination(string Check, Func<CancellationToken, Task<IReadOnlyList<Finding>>> LookAsync, string Remedy)
{
    /// <summary>Longer than any look takes where something answers.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static Examination Of(string check, Func<CancellationToken, Task<Finding>> look, string remedy) => new(check, async stop => [await look(stop)], remedy);

    public async Task<IReadOnlyList<Finding>> RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await LookAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Finding.Problem(Check, $"no answer within {Deadline.TotalSeconds:0} s", Remedy)];
        }
        catch (OptionsValidationException)
        {
            return [Finding.Warning(Check, "not looked at: its settings are not valid", "Correct them first; the checks of the configuration say which.")];
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return [Finding.Problem(Check, ErrorSentence.CauseOf(ex), Remedy)];
        }
    }
}
