using System.Collections;
using System.Text;

namespace NewsAlerts.Adapters.Templates;

/// <summary>
/// What one rendering may use: time, and room for its output. Handlebars knows no cancellation, so whatever a template does much of (writing,
/// going through a list) asks here.
/// </summary>
internal sealed class RenderBudget(TimeSpan timeout, int maxLength, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    /// <exception cref="TemplateException">The time is up.</exception>
    public void Spend()
    {
        if (time.GetElapsedTime(_began) > timeout)
        {
            throw new TemplateException($"It took longer than {timeout.TotalSeconds:0.#} s.");
        }
    }

    /// <exception cref="TemplateException">That is too long, or the time is up.</exception>
    public void Spend(int length)
    {
        Spend();
        if (length > maxLength)
        {
            throw new TemplateOutputException($"It made more than {maxLength:N0} characters.");
        }
    }
}

/// <summary>Why a template cannot be used, for people: what is wrong, without any article's text.</summary>
internal class TemplateException(string message) : Exception(message);

/// <summary>It wrote more than there is room for.</summary>
internal sealed class TemplateOutputException(string message) : TemplateException(message);

/// <summary>A list that a template goes through, every step of it within the budget.</summary>
internal sealed class BudgetedList<T>(IReadOnlyList<T> items, RenderBudget budget) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index]
    {
        get
        {
            budget.Spend();
            return items[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var item in items)
        {
            budget.Spend();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Text that is written within the budget.</summary>
internal sealed class BudgetedWriter(RenderBudget budget) : StringWriter
{
    public override void Write(char value)
    {
        budget.Spend(GetStringBuilder().Length + 1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        budget.Spend(GetStringBuilder().Length + count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        budget.Spend(GetStringBuilder().Length + buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        budget.Spend(GetStringBuilder().Length + (value?.Length ?? 0));
        base.Write(value);
    }

    public override void Write(StringBuilder? value)
    {
        budget.Spend(GetStringBuilder().Length + (value?.Length ?? 0));
        base.Write(value);
    }
}
