/* no_symbol.c - is a shared object like any other. */
int answer(void);

int answer(void)
{
    return 42;
}
