using Microsoft.Extensions.Time.Testing;

namespace NewsAlerts.Tests.Given;

/// <summary>A clock that tells when somebody waits by it: moved on before that, it would be waited for without end.</summary>
internal sealed class WaitedByTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first wait has begun.</summary>
    public Task Waited => _waited.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waited.TrySetResult();
        return timer;
    }
}
